/** Where the tutorial goes next, in both browsers: the list by keyboard alone, the title checked, and a handler asked as an API, as the log shows them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Page, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press, readLog, readRows, waitForRow } from './log.ts'

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

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  let tutorial: Page
  beforeAll(async () => {
    browser = await launch(name, { extension: false })
    tab = await browser.openTab()
    await tab.goto(demo.url)
    tutorial = await tab.frame('/tutorial')
  })
  afterAll(() => browser?.close())

  test('a tag is found and picked by keyboard alone, and letters typed again are not asked again', async () => {
    await tutorial.type('#tag-input', 'regr', 250)
    await tutorial.waitFor(() => /^1 tag: /.test(document.querySelector('#tag-note')?.textContent ?? ''))
    const searched = (await readLog(tab)).length
    await tutorial.press('Backspace')
    await tutorial.waitFor(() => /Remembered/.test(document.querySelector('#tag-note')?.textContent ?? ''))
    expect((await readLog(tab)).length).toBe(searched)
    await tutorial.press('ArrowDown')
    const active = await tutorial.evaluate(() => {
      const field = document.querySelector('#tag-input')
      const option = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '')
      return [document.activeElement === field, option?.getAttribute('aria-selected'), option?.textContent]
    })
    expect(active).toEqual([true, 'true', 'regression'])
    await tutorial.press('Enter')
    await waitForRow(tab, 'dispatch add_tag ok patched')
  })

  test('a title is checked while it is typed, by calls that re-render nothing', async () => {
    await tutorial.type('#title', 'Never seen', 20)
    await waitForRow(tab, 'call title_taken ok none')
    await tutorial.waitFor(
      () => document.querySelector<HTMLElement>('#title-note')?.dataset['available'] === 'true',
    )
  })

  test('the same handler is a dispatch that patches, and an API call that re-renders nothing', async () => {
    await tutorial.evaluate(() => document.querySelector<HTMLElement>('summary')?.click())
    await press(tutorial, 'Ask it over HTTP')
    await waitForRow(tab, 'call add_popular_tags ok none')
    await tutorial.waitFor(() =>
      /"assigns"/.test(document.querySelector('#popular-answer')?.textContent ?? ''),
    )
    expect(await tutorial.evaluate(() => document.querySelectorAll('.chips li').length)).toBe(1)
    await press(tutorial, 'Dispatch add_popular_tags')
    await waitForRow(tab, 'dispatch add_popular_tags ok patched')
    expect((await readRows(tab)).find(({ name }) => name === 'add_popular_tags')).toMatchObject({
      transport: 'http',
      patches: '0',
    })
  })
})
