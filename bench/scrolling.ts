/** Frames that the browser drops while a person turns the wheel, and frames that show rows not drawn yet. */
import type { Browser, Page } from 'playwright'
import { type Figure, upperEnd } from './figure.ts'
import { type Frames, framesDuring } from './frames.ts'
import { watchRows } from './watch-rows.ts'

/** s of turning, and px in one. */
const TURNING = 1
const SPEED = 4000
/** ms after the jump to where a turn begins. */
const SETTLING = 200
/** Turns, down and up by turns: so often at least, and then until the intervals are narrow enough, or so often. */
const ROUNDS = { least: 12, most: 40 }
/** Points: an interval that is wider tells nothing. */
const WIDEST = 3

interface Turn extends Frames {
  /** Frames of the page's own thread, and those of them before which a row on screen was not drawn. */
  looks: number
  blank: number
}

export async function measureScrolling(browser: Browser, panel: Page): Promise<Figure[]> {
  const log: Turn[] = []
  const drops = () => upperEnd(log.map(({ dropped, frames }) => (100 * dropped) / frames))
  const blanks = () => upperEnd(log.map(({ blank, looks }) => (100 * blank) / looks))
  const isEnough = () =>
    log.length >= ROUNDS.least && [drops(), blanks()].every(({ half }) => 2 * half <= WIDEST)
  // As cold as after opening the log nobody's is for long.
  await turn(browser, panel, 1)
  for (let round = 0; round < ROUNDS.most && !isEnough(); round++)
    log.push(await turn(browser, panel, round % 2 ? -1 : 1))
  return [
    told(
      'scrolling by the wheel: frames dropped',
      drops(),
      log.map(({ dropped, frames }) => `${dropped}/${frames}`),
    ),
    told(
      'scrolling by the wheel: frames that show a row not drawn yet',
      blanks(),
      log.map(({ blank, looks }) => `${blank}/${looks}`),
    ),
  ]
}

function told(what: string, { upper, half }: ReturnType<typeof upperEnd>, turns: readonly string[]): Figure {
  const isWide = 2 * half > WIDEST
  const wide = isWide ? `NOT MEASURED, the interval is ${(2 * half).toFixed(1)} points wide; ` : ''
  return {
    what,
    limit: 1,
    measured: isWide ? Number.NaN : Math.max(0, upper),
    unit: '%',
    how: `${wide}upper end of 95 %, ${turns.length} turns of ${TURNING} s after one to warm up: ${turns.join(' ')}`,
  }
}

/** `direction`: 1 down, -1 up. */
async function turn(browser: Browser, page: Page, direction: 1 | -1): Promise<Turn> {
  await page.bringToFront()
  await page.evaluate((down) => {
    const grid = document.querySelector('[role=grid]')
    if (grid) grid.scrollTop = down ? 0 : grid.scrollHeight
  }, direction === 1)
  // Nobody sees a frame dropped by a jump.
  await page.waitForTimeout(SETTLING)
  await page.evaluate(watchRows)
  // The browser itself makes the wheel turn, frame by frame: a client that is late with it would be measured instead.
  const cdp = await page.context().newCDPSession(page)
  const way = { yDistance: -direction * SPEED * TURNING, speed: SPEED, gestureSourceType: 'mouse' } as const
  const frames = await framesDuring(browser, page, async () => {
    await cdp.send('Input.synthesizeScrollGesture', { x: 300, y: 400, ...way })
  })
  await cdp.detach()
  const { looks, blank, far } = await page.evaluate(() => globalThis.watchedRows())
  if (Math.abs(far) < (SPEED * TURNING) / 2) throw new Error(`it was scrolled by ${far} px only`)
  return { ...frames, looks, blank }
}
