/** Every view in both browsers and both themes, of one session each: what axe finds in it, what of it is out of reach, and a picture, to be looked at in artifacts/screens/index.html. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Page, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { complaintsOn } from './axe.ts'
import { clippedIn } from './clipped.ts'
import { takeExport, takeRecording } from './exported.ts'
import { waitForRow } from './log.ts'
import { pickTagAndSubmit } from './pick-tag-and-submit.ts'
import { pictureOf, THEMES, type Theme, writeIndex } from './screens/index-page.ts'
import { DEVTOOLS_VIEWS, EMPTY_VIEW, PANEL_VIEWS, STUDIO_VIEWS, type View } from './screens/views.ts'

const root = join(import.meta.dirname, '../..')
const screens = join(root, 'artifacts/screens')
mkdirSync(screens, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'djust-screens-'))
const VIEWS = [...STUDIO_VIEWS, EMPTY_VIEW, ...PANEL_VIEWS]

let demo: Awaited<ReturnType<typeof startDemo>>
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
})
afterAll(async () => {
  await demo.close()
  rmSync(data, { recursive: true })
  writeIndex(screens, [...VIEWS, ...DEVTOOLS_VIEWS])
})

/** Types, picks a tag, writes the issue, and asks for a function that there is none. */
async function useTutorial(page: Page, log: Pick<Tab, 'evaluate' | 'waitFor'>): Promise<void> {
  await page.type('[name=description]', 'Clicking it does nothing')
  await pickTagAndSubmit(page, log)
  await page.evaluate(() =>
    (window as never as { djust: { call(...asked: unknown[]): Promise<unknown> } }).djust
      .call('demo.NewIssueView', 'no_such_function', { q: 'reg' })
      .catch(() => {}),
  )
  await waitForRow(log, 'call no_such_function error none')
  // Whether the page showed the error is known a frame later, and the views show what is advised then.
  await log.waitFor(() =>
    [...document.querySelectorAll('[role=tab]')].some(({ textContent }) =>
      /^Advice\s*1/.test(textContent ?? ''),
    ),
  )
}

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await launch(name, { extension: false })
  })
  afterAll(() => browser?.close())

  test.each(THEMES)(
    'every view can be looked at and reached as a whole, and axe finds nothing in it, %s',
    async (theme) => {
      const tab = await browser.openTab()
      const taken: string[] = []
      const found: Record<string, string[]> = {}
      const picture = async (view: View) => {
        await view.show(tab)
        // What comes in moves.
        await tab.evaluate(() =>
          Promise.all(document.getAnimations().map((each) => each.finished)).then(() => {}),
        )
        const file = join(screens, pictureOf(view.id, name, theme))
        await tab.screenshot(file)
        if (readFileSync(file).length > 1000) taken.push(view.id)
        const complaints = [...(await complaintsOn(tab)), ...(await clippedIn(tab))]
        if (complaints.length > 0) found[view.id] = complaints
      }
      await tab.resize(1400, 860)
      await tab.goto(`${demo.url}/?theme=${theme}`)
      await useTutorial(await tab.frame('/tutorial'), tab)
      const recording = join(data, `${name}-${theme}.jsonl`)
      writeFileSync(recording, await takeRecording(tab))
      for (const view of STUDIO_VIEWS) await picture(view)
      expect(await complaintsOn(await tab.frame('/tutorial')), 'the tutorial').toEqual([])
      await tab.goto(`${demo.url}/src/panel/panel.html?theme=${theme}`)
      await tab.resize(1100, 640)
      await picture(EMPTY_VIEW)
      await tab.choose('input[type=file]', [recording])
      for (const view of PANEL_VIEWS) await picture(view)
      await tab.close()
      expect(found).toEqual({})
      expect(taken).toEqual(VIEWS.map(({ id }) => id))
    },
  )
})

test("Chrome's own Network panel can be laid beside ours", async () => {
  const browser = await launch('chromium')
  try {
    const tab = await browser.openTab()
    await tab.goto(`${demo.url}/tutorial`)
    const panel = await tab.openPanel()
    await useTutorial(tab, panel)
    const exported = await takeExport(panel, 'HAR')
    const picture = async (id: string, theme: Theme) =>
      panel.screenshot(join(screens, pictureOf(id, 'chromium', theme)))
    for (const theme of THEMES) {
      await panel.wearTheme?.(theme)
      await picture('devtools-djust', theme)
    }
    const network = await panel.openNetwork?.()
    await network?.importHar(exported, JSON.parse(exported).log.entries.length)
    for (const theme of THEMES) {
      await panel.wearTheme?.(theme)
      await picture('devtools-network', theme)
    }
  } finally {
    await browser.close()
  }
})
