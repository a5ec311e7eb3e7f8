/** The main job: the tutorial watched in the real DevTools panel of both browsers, and in the studio without any extension. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Page, Surface, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press, readRowIndexes, readRows, waitForRow } from './log.ts'

const root = join(import.meta.dirname, '../..')
const screens = join(root, 'artifacts/screens')
mkdirSync(screens, { recursive: true })

let demo: Awaited<ReturnType<typeof startDemo>>
const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
})
afterAll(async () => {
  await demo.close()
  rmSync(data, { recursive: true })
})

/** A person follows the tutorial while the log is read beside it. */
async function followTutorial(page: Page, panel: Surface): Promise<void> {
  await page.type('[name=description]', 'Clicking it does')
  await page.type('#tag-input', 'reg', 250)
  const typed = await waitForRow(panel, 'call search_tags ok none')
  expect(typed.filter((row) => row.startsWith('dispatch'))).toEqual([])
  await page.waitFor(() => document.querySelectorAll('#tag-suggestions [role=option]').length > 0)

  await page.click('#tag-suggestions [role=option]')
  const picked = await waitForRow(panel, 'dispatch add_tag ok patched')
  expect(
    picked.filter((row) => row.startsWith('call')).every((row) => row === 'call search_tags ok none'),
  ).toBe(true)
  expect(
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('[name=description]')?.value),
  ).toBe('Clicking it does')

  await page.type('[name=title]', 'Login button does nothing')
  await page.click('button[type=submit]')
  await waitForRow(panel, 'dispatch submit ok patched')
  await page.waitFor(() => /Issue #\d+ created/.test(document.body.textContent ?? ''))

  const rows = await readRows(panel)
  const added = rows.find(({ name }) => name === 'add_tag')
  expect(added).toMatchObject({ kind: 'dispatch', transport: 'ws', status: 'ok', render: 'patched' })
  expect(Number(added?.patches)).toBeGreaterThan(0)
  expect(rows.find(({ name }) => name === 'search_tags')).toMatchObject({ transport: 'http', patches: '0' })
}

/** Counted from 1, the header being the first: in the whole log, and in the log that a chip has narrowed. */
async function countRows(panel: Surface): Promise<void> {
  for (const chip of ['All', 'Calls', 'Dispatches', 'All']) {
    await press(panel, chip)
    await panel.waitFor(
      (label) =>
        [...document.querySelectorAll('.chip[aria-pressed=true]')].some((each) => each.textContent === label),
      chip,
    )
    const shown = (await readRows(panel)).length
    expect(shown).toBeGreaterThan(0)
    expect(await readRowIndexes(panel), chip).toEqual({
      header: 1,
      rows: Array.from({ length: shown }, (_, index) => index + 2),
      count: shown + 1,
    })
  }
}

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  afterAll(() => browser?.close())

  test('the DevTools panel shows calls that re-render nothing and dispatches that patch', async () => {
    browser = await launch(name)
    const tab = await browser.openTab()
    await tab.goto(`${demo.url}/tutorial`)
    const panel = await tab.openPanel()
    await followTutorial(tab, panel)
    await panel.screenshot(join(screens, `tutorial-${name}.png`))
    await countRows(panel)
    await tab.close()
  })

  test('the studio shows the same with no extension at all', async () => {
    const plain = await launch(name, { extension: false })
    try {
      const tab = await plain.openTab()
      await tab.goto(demo.url)
      const tutorial = await tab.frame('/tutorial')
      await followTutorial(tutorial, tab)
      await tab.screenshot(join(screens, `studio-${name}.png`))
      const dispatches = (await readRows(tab)).filter(({ kind }) => kind === 'dispatch')
      expect(dispatches.map(({ name }) => name)).toEqual(['add_tag', 'submit'])
      await countRows(tab)
      // A new page is a new log, as in DevTools, unless a person asked to keep it.
      await tutorial.evaluate(() => location.reload())
      await tab.waitFor(() => document.querySelectorAll('[role=row][data-kind]').length === 0)
    } finally {
      await plain.close()
    }
  })
})
