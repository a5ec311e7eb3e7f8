/** The worker dies whenever the browser likes: twenty times in a session, and no row may be missing, with no reload. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { readCount } from './log.ts'
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
      await panel.waitFor(
        (wanted) =>
          new RegExp(`\\b${wanted} dispatches`).test(
            document.querySelector('[role=status]')?.textContent ?? '',
          ),
        2 * n,
      )
    }
    expect(await readCount(panel, 'dispatches')).toBe(2 * TIMES)
  })

  test('a panel opened late shows what happened before it was opened', async () => {
    const tab = await browser.openTab()
    await tab.goto(`${site.url}/quiet?late`)
    await tab.click('#add')
    await tab.waitFor(() => document.querySelector('output')?.textContent !== '0')
    const panel = await tab.openPanel()
    await panel.waitFor(() =>
      /\b1 dispatch\b/.test(document.querySelector('[role=status]')?.textContent ?? ''),
    )
    await tab.close()
  })
})
