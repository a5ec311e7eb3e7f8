/** The page of the mishaps, in both browsers and with no extension: switches, addresses, the page beside them and the log. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MISHAPS } from '../../demo/mishaps/mishaps.ts'
import { startDemo } from '../../demo/server.ts'
import type { Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { readLog, waitForRow } from './log.ts'

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

/** The ids whose switch is on, as a reader of the page is told. */
const switchedOn = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-id]')]
      .filter((item) => item.querySelector<HTMLInputElement>('[role=switch]')?.checked)
      .map(({ dataset }) => dataset['id']),
  )

/** Waits until the page at this path is live in the frame. */
async function live(tab: Tab, path: string) {
  const page = await tab.frame(`${path}?studio`)
  await page.waitFor(() => document.body.classList.contains('dj-connected'))
  return page
}

/** By keyboard alone. */
async function pressSwitch(tab: Tab, id: string): Promise<void> {
  await tab.evaluate(
    (of) => document.querySelector<HTMLElement>(`[data-id="${of}"] [role=switch]`)?.focus(),
    id,
  )
  await tab.press(' ')
}

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  beforeAll(async () => {
    browser = await launch(name, { extension: false })
    tab = await browser.openTab()
  })
  afterAll(() => browser?.close())

  test('the studio leads there; every mishap is listed, and none is on', async () => {
    await tab.goto(demo.url)
    await tab.click('nav a[href="/mishaps"]')
    await tab.waitFor(() => location.pathname === '/mishaps' && document.querySelector('[data-id]'))
    const listed = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset['id']),
    )
    expect(listed).toEqual(MISHAPS.map(({ id }) => id))
    expect(await switchedOn(tab)).toEqual([])
    await live(tab, `/mishaps/${MISHAPS[0]?.id}/twin`)
  })

  test('a switch is pressed by keyboard: the address says so, the page does it, the log shows it; and off, it is gone', async () => {
    await tab.goto(`${demo.url}/mishaps`)
    await tab.waitFor(() => document.querySelector('[role=switch]'))
    await pressSwitch(tab, 'full-html')
    await tab.waitFor(() => location.search === '?on=full-html')
    expect(await switchedOn(tab)).toEqual(['full-html'])
    expect(await tab.evaluate(() => document.querySelector('#try')?.textContent)).toMatch(
      /: on.*Try this\. Click “Vote” four times\.$/,
    )
    await (await live(tab, '/mishaps/full-html')).click('[dj-click=vote]')
    await waitForRow(tab, 'dispatch vote ok replaced')

    await pressSwitch(tab, 'full-html')
    await tab.waitFor(() => location.search === '?off=full-html')
    expect(await switchedOn(tab)).toEqual([])
    await (await live(tab, '/mishaps/full-html/twin')).click('[dj-click=vote]')
    expect(await waitForRow(tab, 'dispatch vote ok patched')).not.toContain('dispatch vote ok replaced')
  })

  test('an address opens it switched on, and another switch takes its place', async () => {
    await tab.goto(`${demo.url}/mishaps?on=no-debounce&theme=dark`)
    const page = await live(tab, '/mishaps/no-debounce')
    expect(await switchedOn(tab)).toEqual(['no-debounce'])
    await page.type('#q', 'reg', 60)
    await tab.waitFor(() => document.querySelectorAll('[role=row][data-name=search_tags]').length === 3)
    expect(await readLog(tab)).toEqual(Array(3).fill('call search_tags ok none'))
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await tab.click('[data-id="wasted-render"] [role=switch]')
    await tab.waitFor(() => location.search === '?theme=dark&on=wasted-render')
    expect(await switchedOn(tab)).toEqual(['wasted-render'])
    await live(tab, '/mishaps/wasted-render')
  })

  test('an address that names none says so', async () => {
    await tab.goto(`${demo.url}/mishaps?on=no-such-thing`)
    await tab.waitFor(() => /There is no such mishap/.test(document.querySelector('#try')?.textContent ?? ''))
    expect(await switchedOn(tab)).toEqual([])
  })
})

test.each([
  ['dark', 1400],
  ['light', 1000],
  ['dark', 320],
])('axe finds nothing, and nothing is wider than the page: %s, %d px', async (theme, width) => {
  const browser = await startChromium()
  try {
    const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage()
    await page.goto(`${demo.url}/mishaps?on=call-then-render&theme=${theme}`)
    const frame = page.frameLocator('#page')
    await frame.locator('body.dj-connected').waitFor()
    await frame.getByRole('button', { name: 'Add bug' }).click()
    await page.locator('[role=row][data-name=add_tag]').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  } finally {
    await browser.close()
  }
})
