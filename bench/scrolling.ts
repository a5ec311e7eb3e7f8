/** Frames that the browser drops while a person turns the wheel, and frames that show rows not drawn yet. */
import type { Page } from 'playwright'
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

export async function measureScrolling(panel: Page): Promise<Figure[]> {
  const log: Turn[] = []
  const drops = () => upperEnd(log.map(({ dropped, frames }) => (100 * dropped) / frames))
  const blanks = () => upperEnd(log.map(({ blank, looks }) => (100 * blank) / looks))
  const lates = () => upperEnd(log.map(({ late, frames }) => (100 * late) / frames))
  const isEnough = () =>
    log.length >= ROUNDS.least && [drops(), blanks()].every(({ half }) => 2 * half <= WIDEST)
  // As cold as after opening the log nobody's is for long.
  await turn(panel, 1)
  for (let round = 0; round < ROUNDS.most && !isEnough(); round++)
    log.push(await turn(panel, round % 2 ? -1 : 1))
  return [
    {
      what: 'scrolling by the wheel: frames dropped',
      limit: 1,
      ...toldBy(drops(), log.length),
      how: log.map(({ dropped, frames }) => `${dropped}/${frames}`).join(' '),
    },
    {
      what: 'scrolling by the wheel: frames that show a row not drawn yet',
      limit: 1,
      ...toldBy(blanks(), log.length),
      how: log.map(({ blank, looks }) => `${blank}/${looks}`).join(' '),
    },
    {
      what: 'scrolling by the wheel: frames shown before the rows beyond were brought up',
      ...toldBy(lates(), log.length),
      how: log.map(({ late, frames }) => `${late}/${frames}`).join(' '),
    },
  ].map((figure) => ({
    ...figure,
    how: `upper end of 95 %, ${log.length} turns of ${TURNING} s after one to warm up: ${figure.how}`,
  }))
}

function toldBy(
  { upper, half }: ReturnType<typeof upperEnd>,
  turns: number,
): Pick<Figure, 'measured' | 'unit'> {
  if (turns < ROUNDS.least || 2 * half > WIDEST) return { measured: Number.NaN, unit: '%' }
  return { measured: Math.max(0, upper), unit: '%' }
}

/** `direction`: 1 down, -1 up. */
async function turn(page: Page, direction: 1 | -1): Promise<Turn> {
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
  const frames = await framesDuring(page, async () => {
    await cdp.send('Input.synthesizeScrollGesture', { x: 300, y: 400, ...way })
  })
  await cdp.detach()
  const { looks, blank, far } = await page.evaluate(() => globalThis.watchedRows())
  if (Math.abs(far) < (SPEED * TURNING) / 2) throw new Error(`it was scrolled by ${far} px only`)
  return { ...frames, looks, blank }
}
