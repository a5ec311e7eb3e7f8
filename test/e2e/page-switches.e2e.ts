/** Flashes of re-renders, and tracks for the Performance panel, in the real pages of both browsers. */
import { expect, test } from 'vitest'
import type { Surface } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { press, waitForRow } from './log.ts'

interface Seen {
  name: string
  start: number
  end: number
  detail: { devtools: { track: string; trackGroup: string; dataType: string } } | null
}
/** Watches what is measured as the page itself could, with an entry of its own that has a name of ours. */
const observe = (page: Surface) =>
  page.evaluate(() => {
    const seen: Seen[] = []
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const each of list.getEntriesByType('measure') as PerformanceMeasure[])
        seen.push({
          name: each.name,
          start: each.startTime,
          end: each.startTime + each.duration,
          detail: each.detail,
        })
    }).observe({ type: 'measure' })
    performance.measure('dispatch add', { start: 1, end: 2 })
  })

/** Presses a switch and sees it turned; only what comes after that is flashed or written down. */
async function turn(panel: Surface, label: string, state: 'on' | 'off'): Promise<void> {
  await press(panel, label)
  await panel.waitFor(
    ([name, pressed]) =>
      document.querySelector(`[aria-label="${name}"]`)?.getAttribute('aria-pressed') === pressed,
    [label, String(state === 'on')] as const,
  )
}

inBothBrowsers((here) => {
  test('re-renders flash in the page while that is switched on, and leave nothing', async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await tab.evaluate(() => {
      Object.assign(window, { flashed: 0 })
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes)
            if (node.nodeName.startsWith('DJUST')) (window as never as { flashed: number }).flashed++
      }).observe(document.documentElement, { childList: true })
    })
    const flashed = (times: number) =>
      tab.waitFor(
        (count) =>
          (window as never as { flashed: number }).flashed === count &&
          !document.querySelector('djust-devtools-overlay'),
        times,
      )
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await flashed(0)
    await turn(panel, 'Flash re-renders', 'on')
    await tab.click('#add')
    await flashed(1)
    await tab.click('#add')
    await flashed(2)
    await turn(panel, 'Flash re-renders', 'off')
    await tab.click('#add')
    await panel.waitFor(() => document.querySelectorAll('[data-name=add]').length === 4)
    await flashed(2)
    await tab.close()
  })

  test("what the panel folds stands in the page's timeline for whoever records it, and the page's own entries stay", async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await observe(tab)
    await turn(panel, 'Show in Performance panel', 'on')
    const before = await tab.evaluate(() => performance.now())
    await tab.click('#add')
    // The page's own connect and mount may have come back only after the switch, and then stand there too.
    await tab.waitFor(
      () => (window as never as { seen: Seen[] }).seen.filter(({ name }) => name.includes('add')).length >= 3,
    )
    const after = await tab.evaluate(() => performance.now())
    const [own, dispatch, rerender] = await tab.evaluate(() =>
      (window as never as { seen: Seen[] }).seen.filter(({ name }) => name.includes('add')),
    )
    expect(own).toMatchObject({ name: 'dispatch add', detail: null })
    expect(dispatch).toMatchObject({
      name: 'dispatch add ·',
      detail: { devtools: { track: 'Dispatches', trackGroup: 'djust', dataType: 'track-entry' } },
    })
    expect(rerender?.detail?.devtools.track).toBe('Re-renders')
    for (const { start, end } of [dispatch, rerender] as Seen[]) {
      expect(start).toBeGreaterThan(before)
      expect(end).toBeGreaterThanOrEqual(start)
      expect(end).toBeLessThan(after)
    }
    const kept = await tab.evaluate(() => performance.getEntriesByType('measure').map(({ name }) => name))
    expect(kept).toEqual(['dispatch add'])
    await tab.close()
  })
})
