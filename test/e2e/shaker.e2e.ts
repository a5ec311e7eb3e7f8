/** Races on demand: the same seed turns the order of answers the same way twice, in both browsers, and leaves nothing behind. */
import { expect, test } from 'vitest'
import { delayOf } from '../../src/protocol/shaker.ts'
import type { Panel, Tab } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { press, waitForCount } from './log.ts'

declare const chrome: { runtime: { reload(): void } }

/** ms. An eighth of it is longer than a busy machine takes from one key to the next. */
const MOST = 8000
const TYPED = 'python'
const QUERIES = [...TYPED].map((_, index) => TYPED.slice(0, index + 1))

interface Racing {
  answers: string[]
  replies: number[]
  /** How often the shaker has begun. */
  shakes: number
  nativeFetch: typeof fetch
  nativeSend: WebSocket['send']
}

/** The order in which the schedule lets what was asked at about one time go. */
function orderBy(seed: number): string[] {
  const delay = (index: number) => delayOf({ seed, most: MOST }, 'call', 'site/search', index + 1)
  return QUERIES.toSorted((a, b) => delay(a.length - 1) - delay(b.length - 1) || a.length - b.length)
}

/** Sets the shaker by its dialog, as a person would. */
async function shake(panel: Panel, seed: number, most: number): Promise<void> {
  await press(panel, 'Shake')
  await panel.waitFor(
    (values) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('dialog input[type=number]')]
      if (fields.length < values.length) return false
      for (const [index, field] of fields.entries()) {
        field.value = String(values[index])
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
      return true
    },
    [seed, most],
  )
  await panel.waitFor(() => {
    const button = document.querySelector<HTMLButtonElement>('dialog button[type=submit]')
    button?.click()
    return button !== null
  })
}

/** Counts the beginnings, for between two of them the page is not shaken for a moment. */
const countShakes = (tab: Tab) =>
  tab.evaluate(() => {
    Object.assign(window, { shakes: 0 })
    document.addEventListener(
      'djust-devtools:shake',
      ({ detail }: CustomEventInit<unknown>) => {
        if (detail) (window as never as Racing).shakes += 1
      },
      true,
    )
  })
const shookAgain = (tab: Tab, shakes: number) =>
  tab.waitFor((count) => (window as never as Racing).shakes === count, shakes)

const isShaken = (tab: Tab, wanted: boolean) =>
  tab.waitFor((yes) => (window.fetch !== (window as never as Racing).nativeFetch) === yes, wanted)

/** Types as quickly as can be, and gives the order in which the page got its answers. */
async function raceIn(tab: Tab): Promise<string[]> {
  await tab.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#q')
    if (field) field.value = ''
    Object.assign(window, { answers: [] })
  })
  await tab.type('#q', TYPED, 0)
  await tab.waitFor((count) => (window as never as Racing).answers.length === count, TYPED.length)
  return tab.evaluate(() => (window as never as Racing).answers)
}

inBothBrowsers((here) => {
  test('the same seed gives the same reordering twice, and another seed another', {
    timeout: 180_000,
  }, async () => {
    const { tab, panel } = await openBeside(here, '/racing')
    await countShakes(tab)
    await shake(panel, 7, MOST)
    await isShaken(tab, true)
    const first = await raceIn(tab)
    expect(first).toEqual(orderBy(7))
    expect(first).not.toEqual(QUERIES)
    // From the start: the numbers begin anew.
    await shake(panel, 7, MOST)
    await shookAgain(tab, 2)
    expect(await raceIn(tab)).toEqual(first)
    await shake(panel, 8, MOST)
    await shookAgain(tab, 3)
    const other = await raceIn(tab)
    expect(other).toEqual(orderBy(8))
    expect(other).not.toEqual(first)

    // What was touched says so, and the overtaken names who overtook it.
    await waitForCount(panel, 3 * TYPED.length, 'calls')
    await panel.waitFor(
      (count) =>
        [...document.querySelectorAll('[data-kind=call] .flag')].filter(
          (flag) => flag.textContent?.trim() === 'shaken',
        ).length >= count,
      1,
    )
    await panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-kind=call]')]
        .find((row) => row.textContent?.includes('stale'))
        ?.click(),
    )
    const race = await panel.waitFor(() => {
      const text = document.querySelector('[role=complementary]')?.textContent ?? ''
      return text.includes('by the shaker (seed') && text.includes('A newer call of the same function')
        ? text
        : undefined
    })
    expect(race).toMatch(/delayed by .* by the shaker \(seed 7, #\d\)/)
    await tab.close()
  })

  test('frames of one socket are late and keep their order, and the log is one row each', {
    timeout: 120_000,
  }, async () => {
    const { tab, panel } = await openBeside(here, '/racing')
    await shake(panel, 3, 600)
    await isShaken(tab, true)
    await tab.evaluate(() => {
      const { djust } = window as never as { djust: { handleEvent(name: string, params: object): unknown } }
      for (let n = 1; n <= 6; n++) void djust.handleEvent('type', { n })
    })
    await tab.waitFor(() => (window as never as Racing).replies.length === 6)
    expect(await tab.evaluate(() => (window as never as Racing).replies)).toEqual([1, 2, 3, 4, 5, 6])
    await waitForCount(panel, 6, 'dispatches')
    await tab.close()
  })

  test('when it is stopped, what is held goes at once and nothing of ours is left', {
    timeout: 120_000,
  }, async () => {
    const { tab, panel } = await openBeside(here, '/racing')
    await shake(panel, 5, 10_000)
    await isShaken(tab, true)
    // The schedule of this seed holds at least one of them for seconds.
    await tab.type('#q', TYPED, 0)
    await press(panel, 'Shak')
    await press(panel, 'Stop shaking')
    await isShaken(tab, false)
    expect(
      await tab.evaluate(() => WebSocket.prototype.send === (window as never as Racing).nativeSend),
    ).toBe(true)
    await tab.waitFor((count) => (window as never as Racing).answers.length === count, TYPED.length)
    await tab.close()
  })

  test('when the extension goes it ends, also in Firefox, which tells a page nothing of that', {
    timeout: 120_000,
  }, async () => {
    const { tab, panel } = await openBeside(here, '/racing')
    await shake(panel, 5, 10_000)
    await isShaken(tab, true)
    await tab.type('#q', TYPED, 0)
    const own = await here.browser.openOwnPage('src/popup/popup.html')
    await own.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50))
    await isShaken(tab, false)
    expect(
      await tab.evaluate(() => WebSocket.prototype.send === (window as never as Racing).nativeSend),
    ).toBe(true)
    await tab.waitFor((count) => (window as never as Racing).answers.length === count, TYPED.length)
  })
})
