/** A form submit that loads a new page: fifty times, and not one may be missing from the log. */
import { expect, test } from 'vitest'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { KEEP_LOG, press, readRows, waitForCount } from './log.ts'

const TIMES = 50

inBothBrowsers((here) => {
  test(`a submit that loads a new page is logged, ${TIMES} of ${TIMES} times`, {
    timeout: 300_000,
  }, async () => {
    const { tab, panel } = await openBeside(here, '/leaving')
    await press(panel, KEEP_LOG[here.name])
    for (let n = 1; n <= TIMES; n++) {
      await tab.waitFor(
        (load) =>
          sessionStorage.getItem('loads') === String(load) &&
          document.documentElement.dataset['mounted'] === 'yes',
        n,
      )
      await tab.click('#save')
    }
    await tab.waitFor((load) => sessionStorage.getItem('loads') === String(load), TIMES + 1)
    await waitForCount(panel, TIMES, 'dispatches')
    await waitForCount(panel, TIMES, 'calls')
    // The newest rows are those on screen; none of them may still wait for an answer that cannot come.
    const statuses = (await readRows(panel)).map(({ status }) => status)
    expect(statuses.length).toBeGreaterThan(5)
    expect(statuses.filter((status) => status !== 'ok' && status !== 'abandoned')).toEqual([])
  })
})
