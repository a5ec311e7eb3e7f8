/** The panel in colours that a person forces on all pages, and where they want nothing to move. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { page as story } from '../language/page.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-forced-'))
const told = story().live().event('add', 1).patch(2, { ref: 1 }).dom(5).done().calls('get').answers(200, {})
const recording = writeRecording(told.log, { tool: 'djust-devtools test', redaction: 'as captured' })

let demo: Awaited<ReturnType<typeof startDemo>>
let browser: Browser
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
  browser = await startChromium()
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  rmSync(data, { recursive: true })
})

async function shown(media: Parameters<Page['emulateMedia']>[0]): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 500 } })).newPage()
  await page.emulateMedia(media)
  await page.route(
    ({ pathname }) => pathname === '/then.jsonl',
    (route) => route.fulfill({ body: recording }),
  )
  await page.goto(`${demo.url}/src/panel/panel.html?recording=/then.jsonl`)
  await page.locator('[role=row][data-name=add]').click()
  for (const late of ['.pane .phases i', '.divide', '.grip >> nth=0'])
    await page.locator(late).first().waitFor({ state: 'attached' })
  return page
}

test('what is drawn by its background alone is still to be seen in forced colours', async () => {
  const page = await shown({ forcedColors: 'active' })
  const unseen = await page.evaluate(() => {
    const canvas = getComputedStyle(document.querySelector('.djust-panel') as Element).backgroundColor
    const at = (selector: string, pseudo?: string) => {
      const element = document.querySelector(selector)
      return element ? getComputedStyle(element, pseudo).backgroundColor : 'not there'
    }
    return Object.entries({
      'the phases': at('.phases i'),
      'the divider': at('.divide'),
      'the grips of the overview': at('.grip', '::before'),
      'the selected row': at('[data-kind][aria-selected=true]'),
    }).filter(([, colour]) => colour === canvas || colour === 'not there')
  })
  expect(unseen).toEqual([])
  await page.locator('[aria-label="Close details"]').click()
  const bar = page.locator('[data-name=add] .bars i').first()
  const [bars, canvas] = await Promise.all(
    [bar, page.locator('.djust-panel')].map((each) =>
      each.evaluate((element) => getComputedStyle(element).backgroundColor),
    ),
  )
  expect(bars).not.toBe(canvas)
  expect(
    await page
      .locator('.chip[aria-pressed=true]')
      .evaluate((element) => getComputedStyle(element).outlineStyle),
  ).toBe('solid')
  await page.context().close()
})

test.each([
  ['no-preference', ['fresh']],
  ['reduce', []],
] as const)('with %s for motion a new row moves as little as is wanted', async (reducedMotion, moving) => {
  const page = await shown({ reducedMotion })
  const names = await page.locator('[data-name=get]').evaluate((row) => {
    row.classList.add('fresh')
    return row.getAnimations().map((each) => (each as CSSAnimation).animationName)
  })
  expect(names).toEqual(moving)
  await page.context().close()
})
