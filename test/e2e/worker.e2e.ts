/** The worker dies whenever the browser likes: twenty times in a session, and no row may be missing, with no reload. */
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { waitForCount } from './log.ts'
import { type Site, startSite } from './site/site.ts'

const TIMES = 20

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await launch(name)
  })
  afterAll(() => browser.close())

  test(`ending the worker loses no row, ${TIMES} of ${TIMES} times`, { timeout: 300_000 }, async () => {
    const tab = await browser.openTab()
    await tab.goto(`${site.url}/quiet`)
    const panel = await tab.openPanel()
    for (let n = 1; n <= TIMES; n++) {
      await tab.click('#add')
      await browser.stopBackground()
      // While nobody carries letters.
      await tab.click('#nothing')
      await waitForCount(panel, 2 * n, 'dispatches')
    }
  })

  test('a panel opened late shows what happened before it was opened', async () => {
    const tab = await browser.openTab()
    await tab.goto(`${site.url}/quiet?late`)
    await tab.click('#add')
    await tab.waitFor(() => document.querySelector('output')?.textContent !== '0')
    const panel = await tab.openPanel()
    await waitForCount(panel, 1, 'dispatch')
    await tab.close()
  })
})
