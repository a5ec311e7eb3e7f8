/** A form submit that loads a new page: fifty times, and not one may be missing from the log. */
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press, waitForCount } from './log.ts'
import { type Site, startSite } from './site/site.ts'

const TIMES = 50

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

  test(`a submit that loads a new page is logged, ${TIMES} of ${TIMES} times`, {
    timeout: 300_000,
  }, async () => {
    const tab = await browser.openTab()
    await tab.goto(`${site.url}/leaving`)
    const panel = await tab.openPanel()
    await press(panel, name === 'firefox' ? 'Persist Logs' : 'Preserve log')
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
  })
})
