/** How many frames pass from what a person does to the frame that shows what it did. */
import type { Page } from 'playwright'

/** ms, of a screen with 60 frames a second. */
const FRAME = 1000 / 60

export interface Answered {
  frames: number
  ms: number
}

/**
 * `look` reads, in the page, what is to change. It crosses as text, so it must close over nothing. From the time that the browser
 * gives the person's own event, to the first frame whose beginning finds it changed.
 */
export async function timeUntil(
  page: Page,
  event: 'keydown' | 'pointerdown',
  look: () => unknown,
  act: () => Promise<void>,
): Promise<Answered> {
  const done = page.evaluate(
    ([type, text]) =>
      new Promise<number>((resolve, reject) => {
        const read = () => JSON.stringify(new Function(`return (${text})()`)())
        globalThis.isReady = true
        addEventListener(
          type ?? '',
          ({ timeStamp }) => {
            const before = read()
            const end = timeStamp + 20_000
            requestAnimationFrame(function next(time) {
              if (read() !== before) resolve(time - timeStamp)
              else if (time > end) reject(new Error('nothing changed within 20 s'))
              else requestAnimationFrame(next)
            })
          },
          { capture: true, once: true },
        )
      }),
    [event, look.toString()],
  )
  await page.waitForFunction(() => globalThis.isReady)
  await act()
  const ms = await done
  await page.evaluate(() => {
    globalThis.isReady = false
  })
  // A frame may have begun before the event that it shows.
  return { ms, frames: Math.max(1, Math.ceil(ms / FRAME)) }
}

declare global {
  var isReady: boolean
}
