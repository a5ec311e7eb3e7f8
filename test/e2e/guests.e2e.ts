/** Pages that do not help: no `window.djust`, a strict policy, frames without an address, answers nobody understands. */
import { beforeAll, expect, test } from 'vitest'
import type { Panel, Tab } from '../browsers/browser.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { press, readLog, waitForRow } from './log.ts'

inBothBrowsers((here) => {
  let tab: Tab
  let panel: Panel
  beforeAll(async () => {
    ;({ tab, panel } = await openBeside(here, '/plain'))
  })

  test('a page without djust is said to have none, and says how to see one', async () => {
    await panel.waitFor(
      () => document.querySelector('[data-empty]')?.getAttribute('data-empty') === 'no-djust',
    )
    await panel.waitFor(() => document.body.textContent?.includes('npm start'))
  })

  test('code that never touches window.djust is logged from its first frame on', async () => {
    await tab.goto(`${here.site.url}/quiet`)
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await press(panel, 'System')
    const log = await readLog(panel)
    await press(panel, 'All')
    expect(log.some((row) => row.startsWith('system mount'))).toBe(true)
    expect(
      await tab.evaluate(() => 'djust' in window && (window as { djust?: unknown }).djust !== undefined),
    ).toBe(false)
  })

  test('a page under the strictest policy is logged', async () => {
    await tab.goto(`${here.site.url}/strict`)
    await tab.click('#nothing')
    await waitForRow(panel, 'dispatch nothing ok none')
  })

  test('a sandboxed and a srcdoc frame are logged', async () => {
    await tab.goto(`${here.site.url}/frames`)
    const sandboxed = await tab.frame('?sandboxed')
    await sandboxed.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    const srcdoc = await tab.frame('about:srcdoc')
    await srcdoc.click('#nothing')
    await waitForRow(panel, 'dispatch nothing ok none')
  })

  test('what nobody understands is shown as such, and the log goes on', async () => {
    await tab.goto(`${here.site.url}/quiet`)
    for (const id of ['garbage', 'strange', 'strange_op', 'add']) await tab.click(`#${id}`)
    await waitForRow(panel, 'dispatch add ok patched')
    await press(panel, 'All')
    await press(panel, 'System')
    await panel.waitFor(() => document.body.textContent?.includes('teleport'))
    await press(panel, 'All')
  })

  test('a 10 MB answer is logged with its true size, cut, and said to be cut', async () => {
    await tab.goto(`${here.site.url}/quiet`)
    await tab.click('#huge')
    await waitForRow(panel, 'dispatch huge ok patched')
    await panel.waitFor(() =>
      /10\.0 MB/.test(document.querySelector('[role=row][data-name=huge]')?.textContent ?? ''),
    )
    await panel.evaluate(() => document.querySelector<HTMLElement>('[role=row][data-name=huge]')?.click())
    await panel.waitFor(() => document.querySelector('[role=complementary][aria-label=Details]'))
    await press(panel, 'Response')
    await panel.waitFor(() => /cut/i.test(document.querySelector('[aria-label=Details]')?.textContent ?? ''))
  })
})
