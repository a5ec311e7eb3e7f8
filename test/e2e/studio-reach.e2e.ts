/** In the studio the panel reaches into its frame with no extension: outlines, resending, measures. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { startChromium } from '../browsers/plain-chromium.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
let demo: Awaited<ReturnType<typeof startDemo>>
let browser: Browser
let page: Page
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await demo.close()
  rmSync(data, { recursive: true })
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1400, height: 800 } })
  await page.goto(`${demo.url}/?theme=dark`)
})
afterEach(() => page.close())

const tutorial = () => page.frameLocator('#tutorial')
const row = (name: string) => page.locator(`[role=row][data-name=${name}]`)
const outlined = () => tutorial().locator('djust-devtools-overlay')

async function search(): Promise<void> {
  await tutorial().locator('#tag-input').pressSequentially('reg')
  await row('search_tags').first().waitFor()
}

test('a row is outlined in the frame while the mouse is on it', async () => {
  await search()
  await tutorial().locator('#tag-suggestions [role=option]').first().click()
  await row('add_tag').locator('.name').hover()
  await outlined().waitFor({ state: 'attached' })
  await page.screenshot({ path: 'artifacts/screens/studio-outlined.png' })
  await page.mouse.move(5, 5)
  await outlined().waitFor({ state: 'detached' })
})

test('a call is resent by the page in the frame', async () => {
  await search()
  await row('search_tags').last().click()
  await page.getByRole('button', { name: 'Resend', exact: true }).click()
  const before = await row('search_tags').count()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('It was answered.').waitFor()
  await page.screenshot({ path: 'artifacts/screens/studio-resent.png' })
  expect(await row('search_tags').count()).toBe(before + 1)
  await page.setViewportSize({ width: 340, height: 700 })
  await page.screenshot({ path: 'artifacts/screens/studio-resent-narrow.png' })
  const dialog = await page.locator('dialog').boundingBox()
  expect((dialog?.x ?? -1) >= 0 && (dialog?.x ?? 0) + (dialog?.width ?? 999) <= 340).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
})

test('what is re-rendered flashes, and nothing can be revealed without an inspector', async () => {
  await page.getByRole('button', { name: 'Flash re-renders' }).click()
  await search()
  await tutorial().locator('#tag-suggestions [role=option]').first().click()
  await outlined().waitFor({ state: 'attached' })
  await page.screenshot({ path: 'artifacts/screens/studio-flash.png' })
  await row('add_tag').click()
  expect(await page.getByRole('button', { name: /^Reveal who asked/ }).isDisabled()).toBe(true)
})
