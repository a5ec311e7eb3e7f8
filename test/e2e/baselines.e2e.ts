/** Baselines in both browsers: one is saved, one thing of the page is changed, and the first line of panel and CLI names that; they stay in the extension. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Surface, Tab } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { desk } from '../cli/command-line.ts'
import { inBothBrowsers, openBeside } from './both-browsers.ts'
import { takeRecording } from './exported.ts'
import { press, waitForRow } from './log.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
let demo: Awaited<ReturnType<typeof startDemo>>
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
})
afterAll(async () => {
  await demo.close()
  rmSync(data, { recursive: true })
})

const openView = (panel: Surface, name: string) =>
  panel.waitFor((of) => {
    const tab = document.querySelector<HTMLElement>(`.views-of [data-tab=${of}]`)
    tab?.click()
    return tab?.getAttribute('aria-selected') === 'true'
  }, name)

const baselineNames = (panel: Surface) =>
  panel.evaluate(() =>
    [...document.querySelectorAll('.baselines .sheet th bdi')].map((each) => each.textContent),
  )

/** Checks two titles on the page beside the log, and waits until the log has both. */
async function checkTitles(tab: Tab, path: string, row: string): Promise<void> {
  const page = await tab.frame(`${path}?studio`)
  await page.waitFor(() => document.body.classList.contains('dj-connected'))
  for (const [text, count] of [
    ['Login', 1],
    [' fails', 2],
  ] as const) {
    await page.type('#title', text)
    await page.click('form button')
    await waitForRow(tab, row)
    await tab.waitFor(
      (of) => document.querySelectorAll('[role=row][data-name=check_title]').length >= of,
      count,
    )
  }
}

const CHANGE =
  'Submitting form made a call of the server function check_title; now it makes a dispatch to the event handler check_title.'

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  test('a server function that became an event handler is the first line, and a click on it selects the row', async () => {
    const browser = await launch(name, { extension: false })
    try {
      const tab = await browser.openTab()
      await tab.goto(`${demo.url}/mishaps?off=handler-never-renders`)
      await checkTitles(tab, '/mishaps/handler-never-renders/twin', 'call check_title ok none')
      const before = await takeRecording(tab)
      await openView(tab, 'baselines')
      await tab.waitFor(() => document.querySelector('.baselines form input'))
      await tab.type('.baselines form input', 'Monday')
      await press(tab, 'Save the log as a baseline')
      await tab.waitFor(() =>
        /Nothing has changed/.test(document.querySelector('.findings')?.textContent ?? ''),
      )

      // The one change.
      await tab.waitFor(() => {
        const field = document.querySelector<HTMLElement>('[data-id=handler-never-renders] [role=switch]')
        field?.click()
        return field !== null
      })
      await openView(tab, 'log')
      await checkTitles(tab, '/mishaps/handler-never-renders', 'dispatch check_title ok none')
      const after = await takeRecording(tab)
      await openView(tab, 'baselines')
      await press(tab, 'The log has changed')
      const first = await tab.waitFor(() =>
        document.querySelector('[data-finding]')?.getAttribute('data-finding'),
      )
      expect(first).toBe('kind-changed')
      const said = await tab.evaluate(() => document.querySelector('[data-finding] p')?.textContent)
      expect(said).toBe(CHANGE)
      const { write, types } = desk()
      write('before.jsonl', before)
      write('after.jsonl', after)
      const { code, out } = await types('compare before.jsonl after.jsonl')
      expect([code, out.split('\n')[1]]).toEqual([1, `  ✗ ${CHANGE}`])
      await press(tab, 'dispatch check_title at')
      const selected = () =>
        tab.waitFor(() => {
          const row = document.querySelector<HTMLElement>('[role=row][aria-selected=true]')
          return row && !row.closest('[inert]') && `${row.dataset['kind']} ${row.dataset['name']}`
        })
      expect(await selected()).toBe('dispatch check_title')
      await openView(tab, 'baselines')
      await press(tab, 'call check_title at')
      await tab.waitFor(() => document.body.textContent?.includes('Close recording'))
      expect(await selected()).toBe('call check_title')
    } finally {
      await browser.close()
    }
  })
})

inBothBrowsers((here) => {
  test('what the extension keeps is there when DevTools are opened again, and in another tab', async () => {
    const { tab, panel } = await openBeside(here, '/quiet')
    await tab.click('#add')
    await waitForRow(panel, 'dispatch add ok patched')
    await openView(panel, 'baselines')
    await press(panel, 'Save the log as a baseline')
    await panel.waitFor(() => document.querySelector('.baselines .sheet th bdi'))
    expect(await baselineNames(panel)).toEqual(['Baseline 1'])
    await tab.close()
    const again = await openBeside(here, '/quiet')
    await openView(again.panel, 'baselines')
    await again.panel.waitFor(() => document.querySelector('.baselines .sheet th bdi'))
    expect(await baselineNames(again.panel)).toEqual(['Baseline 1'])
    await again.tab.close()
  })
})
