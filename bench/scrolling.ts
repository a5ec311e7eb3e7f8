/** Frames that are dropped while a person turns the wheel, beside those that a page with nothing on it drops in the same run. */
import type { Page } from 'playwright'
import { type Figure, upperEnd } from './figure.ts'

/** s of turning, px in one, and times that both are scrolled by turns. */
const TURNING = 1
const SPEED = 4000
const ROUNDS = 12
/** Points: an interval that is wider tells nothing. */
const WIDEST = 3
/** ms, of a screen with 60 frames a second. */
const FRAME = 1000 / 60

interface Scrolled {
  dropped: number
  frames: number
  /** px that went by. */
  far: number
}

export async function measureScrolling(panel: Page, empty: Page): Promise<Figure[]> {
  const [log, control]: [Scrolled[], Scrolled[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    control.push(await scroll(empty, round % 2 ? -1 : 1))
    log.push(await scroll(panel, round % 2 ? -1 : 1))
  }
  // Each beside the one of its own turn: a machine that is busy drops the frames of both.
  const share = ({ dropped, frames }: Scrolled) => (100 * dropped) / frames
  const least = Math.min(...log.map(({ far }) => Math.abs(far)))
  if (least < (SPEED * TURNING) / 2) throw new Error(`the log was scrolled by ${least} px only`)
  const beyond = log.map((each, round) => share(each) - share(control[round] ?? each))
  const { upper, half } = upperEnd(beyond)
  const wide = 2 * half > WIDEST ? `NOT MEASURED, the interval is ${(2 * half).toFixed(1)} points wide; ` : ''
  return [
    {
      what: 'scrolling by the wheel: frames dropped beyond those of an empty page',
      limit: 1,
      measured: wide ? Number.NaN : Math.max(0, upper),
      unit: '%',
      how: `${wide}upper end of 95 %, ${ROUNDS} pairs of ${TURNING} s: ${tell(log)} against ${tell(control)}`,
    },
  ]
}

const tell = (all: readonly Scrolled[]) => all.map(({ dropped, frames }) => `${dropped}/${frames}`).join(' ')

/** `direction`: 1 down, -1 up. */
async function scroll(page: Page, direction: 1 | -1): Promise<Scrolled> {
  await page.bringToFront()
  await page.evaluate((down) => {
    const grid = document.querySelector('[role=grid]')
    if (grid) grid.scrollTop = down ? 0 : grid.scrollHeight
  }, direction === 1)
  await page.evaluate(watchFrames)
  // The browser itself makes the wheel turn, frame by frame: a client that is late with it would be measured instead.
  const cdp = await page.context().newCDPSession(page)
  const way = { yDistance: -direction * SPEED * TURNING, speed: SPEED, gestureSourceType: 'mouse' } as const
  await cdp.send('Input.synthesizeScrollGesture', { x: 300, y: 400, ...way })
  await cdp.detach()
  return page.evaluate((frame) => {
    const { times, top } = globalThis.watchedFrames()
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time))
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0)
    return { dropped, frames: gaps.length + dropped, far: top }
  }, FRAME)
}

declare global {
  var watchedFrames: () => { times: number[]; top: number }
}

/** By the time that the browser gives each frame. */
function watchFrames(): void {
  const grid = document.querySelector('[role=grid]')
  const from = grid?.scrollTop ?? 0
  const times: number[] = []
  let frame = requestAnimationFrame(function next(time) {
    times.push(time)
    frame = requestAnimationFrame(next)
  })
  globalThis.watchedFrames = () => {
    cancelAnimationFrame(frame)
    return { times, top: (grid?.scrollTop ?? 0) - from }
  }
}
