/** One whole debugging session in the real DevTools panel of both browsers, by keyboard alone. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { count, goTo, press, readFocus, waitForFocus, waitForWords, write } from './keyboard.ts'
import { readLog, readRows, waitForRow } from './log.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-keyboard-'))
const screens = join(root, 'artifacts/screens')
mkdirSync(screens, { recursive: true })
let demo: Awaited<ReturnType<typeof startDemo>>
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
})
afterAll(async () => {
  await demo.close()
  rmSync(data, { recursive: true })
})

/** The page asks the server by itself, so that the keyboard stays where it is. */
const ask = (tab: Tab, q: string) =>
  tab.evaluate(async (wanted) => {
    const { djust } = window as never as { djust: { call(...given: unknown[]): Promise<unknown> } }
    await djust.call('issues.new', 'search_tags', { q: wanted })
  }, q)

const names = async (panel: Panel) => (await readRows(panel)).map(({ name }) => name)
const columns = (panel: Panel) =>
  panel.evaluate(() => [...document.querySelectorAll('[data-column]')].map((each) => each.ariaLabel))

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  let panel: Panel
  beforeAll(async () => {
    browser = await launch(name)
    tab = await browser.openTab()
    await tab.goto(`${demo.url}/tutorial`)
    panel = await tab.openPanel()
    await tab.type('#tag-input', 'reg', 250)
    await waitForRow(panel, 'call search_tags ok none')
    await tab.click('#tag-suggestions [role=option]')
    await waitForRow(panel, 'dispatch add_tag ok patched')
    await ask(tab, 'bug')
    // What is still to come would change the log between two looks at it.
    await panel.waitFor(
      () =>
        document.querySelectorAll('[data-name=search_tags]').length > 3 &&
        !document.querySelector('[data-status=pending]'),
    )
    await panel.takeKeys()
  })
  afterAll(() => browser?.close())
  // Whatever is pressed, DevTools keep it neither for themselves nor besides: their drawer would have the focus.
  afterEach(async () => expect(await readFocus(panel)).not.toBe('elsewhere'))

  test('Ctrl+F leads to the filter, which is completed and cleared again', async () => {
    const all = await readLog(panel)
    await press(panel, 'Control+f')
    await waitForFocus(panel, 'combobox Filter')
    await write(panel, 'kind:')
    await panel.waitFor(() => document.querySelectorAll('.completions [role=option]').length > 1)
    await press(panel, 'ArrowDown')
    const chosen = await panel.waitFor(
      () => document.querySelector('.completions [aria-selected=true] .value')?.textContent,
    )
    await press(panel, 'Enter')
    await panel.waitFor(
      (kind) =>
        document.querySelector<HTMLInputElement>('.filter input')?.value === `kind:${kind}` &&
        [...document.querySelectorAll<HTMLElement>('[data-kind]')].every(
          ({ dataset }) => dataset['kind'] === kind,
        ),
      chosen,
    )
    expect((await readLog(panel)).length).toBeLessThan(all.length)
    await press(panel, 'Escape')
    await expect.poll(() => readLog(panel)).toEqual(all)
    await waitForFocus(panel, 'combobox Filter')
  })

  test('the rows are walked, and one is opened, read tab by tab, searched and left again', async () => {
    await goTo(panel, 'row ')
    const rows = await names(panel)
    await press(panel, 'End')
    await waitForFocus(panel, `row ${rows.at(-1)}`)
    await press(panel, 'Home')
    await waitForFocus(panel, `row ${rows[0]}`)
    await goTo(panel, 'row add_tag', 'ArrowDown')
    await press(panel, 'Enter')
    await waitForFocus(panel, 'tab Overview')
    await goTo(panel, 'tab Payload', 'ArrowRight')
    await panel.waitFor(() => document.querySelector('.pane [role=treeitem]') !== null)
    await goTo(panel, 'treeitem ')
    await press(panel, 'ArrowDown', 'Control+f')
    await waitForFocus(panel, 'searchbox Find in this tree')
    await write(panel, 'reg')
    await waitForWords(panel, '.find', '1 of ')
    await panel.screenshot(join(screens, `keyboard-find-${name}.png`))
    await press(panel, 'Escape')
    await waitForFocus(panel, 'treeitem ')
    expect(await count(panel, '.find')).toBe(0)
    await press(panel, 'Escape')
    await waitForFocus(panel, 'row add_tag')
    expect(await count(panel, '.details')).toBe(0)
  })

  test('a row is kept and another compared with it', async () => {
    await press(panel, 'Home', 'Shift+Space', 'End')
    await panel.waitFor(() => document.querySelectorAll('[data-kind][aria-selected=true]').length === 2)
    await press(panel, 'Enter')
    await waitForFocus(panel, 'tab ')
    await goTo(panel, 'tab Compare', 'ArrowRight')
    await waitForWords(panel, '[role=tabpanel][aria-label=Compare]', 'bug')
    await press(panel, 'Escape')
    await waitForFocus(panel, 'row search_tags')
  })

  test('a row is copied by its menu', async () => {
    await press(panel, 'Shift+F10')
    await waitForFocus(panel, 'menuitem ')
    await goTo(panel, 'menuitem cURL', 'ArrowDown')
    await press(panel, 'Enter')
    await waitForWords(panel, '.confirmation', 'Copied as cURL')
    await waitForFocus(panel, 'row search_tags')
  })

  test('the header sorts, and its menu hides a column', async () => {
    const before = await columns(panel)
    await goTo(panel, 'button Columns', 'Shift+Tab')
    await press(panel, 'Enter')
    await waitForFocus(panel, 'menuitem')
    await goTo(panel, 'menuitemcheckbox Status', 'ArrowDown')
    await press(panel, 'Enter')
    await expect.poll(() => columns(panel)).toEqual(before.filter((each) => each !== 'Status'))
    await press(panel, 'Escape')
    await waitForFocus(panel, 'button Columns')
    await goTo(panel, 'button Name', 'Shift+Tab')
    await press(panel, 'Enter')
    const sorted = (await names(panel)).toSorted()
    await panel.waitFor(() => document.querySelector('[data-column=name][aria-sort=ascending]') !== null)
    await expect.poll(() => names(panel)).toEqual(sorted)
    await press(panel, 'Enter')
    await expect.poll(() => names(panel)).toEqual(sorted.toReversed())
    await press(panel, 'Enter')
    await panel.waitFor(() => document.querySelector('[aria-sort]') === null)
  })

  test('the details are resized, and Escape leads from their edge back to the row', async () => {
    await goTo(panel, 'row ')
    const row = await readFocus(panel)
    await press(panel, 'Enter')
    await waitForFocus(panel, 'tab ')
    await goTo(panel, 'separator Size of the details', 'Shift+Tab')
    const width = () =>
      panel.evaluate(() => document.querySelector('.split > .second')?.getBoundingClientRect().width ?? 0)
    const before = await width()
    await press(panel, 'ArrowLeft', 'ArrowLeft')
    await expect.poll(width).toBe(before + 32)
    await press(panel, 'ArrowRight')
    await expect.poll(width).toBe(before + 16)
    await press(panel, 'Escape')
    await waitForFocus(panel, row)
  })

  test('the settings are opened, nothing acts through them, and Escape leads back to their button', async () => {
    await goTo(panel, 'button Settings', 'Shift+Tab')
    await press(panel, 'Enter')
    await panel.waitFor(() => document.querySelector('dialog[open]')?.contains(document.activeElement))
    const rows = await readLog(panel)
    await press(panel, 'Control+e')
    expect(await count(panel, '.record[aria-pressed=true]')).toBe(1)
    expect(await readLog(panel)).toEqual(rows)
    await panel.waitFor(() => document.querySelector('dialog[open]')?.contains(document.activeElement))
    await press(panel, 'Escape')
    await waitForFocus(panel, 'button Settings')
    await expect.poll(() => count(panel, 'dialog')).toBe(0)
  })

  test('the log is cleared, recording paused and resumed', async () => {
    await goTo(panel, 'row ')
    await press(panel, 'Control+l')
    await waitForFocus(panel, 'grid Log')
    await panel.screenshot(join(screens, `keyboard-cleared-${name}.png`))
    expect(await readLog(panel)).toEqual([])
    await press(panel, 'Control+e')
    await panel.waitFor(() => document.querySelector('.record[aria-pressed=false]') !== null)
    await ask(tab, 'paused')
    await waitForWords(panel, '.empty', '1 exchange that came in the pause')
    expect(await readLog(panel)).toEqual([])
    await press(panel, 'Control+e')
    await panel.waitFor(() => document.querySelector('.record[aria-pressed=true]') !== null)
    await ask(tab, 'doc')
    expect(await waitForRow(panel, 'call search_tags ok none')).toHaveLength(1)
    await press(panel, 'ArrowDown')
    await waitForFocus(panel, 'row search_tags')
  })
})
