/** The worker dies whenever the browser likes: twenty times in a session, and no row may be missing, with no reload. */
import { test } from 'vitest'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { waitForCount } from './log.ts'

const TIMES = 20

inBothBrowsers((here) => {
  test(`ending the worker loses no row, ${TIMES} of ${TIMES} times`, { timeout: 300_000 }, async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    for (let n = 1; n <= TIMES; n++) {
      await tab.click('#add')
      await here.browser.stopBackground()
      // While nobody carries letters.
      await tab.click('#nothing')
      await waitForCount(panel, 2 * n, 'dispatches')
    }
  })

  test('a panel opened late shows what happened before it was opened', async () => {
    const tab = await here.browser.openTab()
    await tab.goto(`${here.site.url}/quiet?late`)
    await tab.click('#add')
    await tab.waitFor(() => document.querySelector('output')?.textContent !== '0')
    const panel = await tab.openPanel()
    await waitForCount(panel, 1, 'dispatch')
    await tab.close()
  })
})
