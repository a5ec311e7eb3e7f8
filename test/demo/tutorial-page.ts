/** The tutorial in a browser, for every test of a file: a fresh visitor each time, and the words a test needs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Demo, startDemo } from '../../demo/server.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { buildPages } from './built-pages.ts'

export function useTutorial() {
  let demo: Demo
  let dataDir: string
  let browser: Browser
  let folder: string
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    folder = await buildPages()
    dataDir = mkdtempSync(join(tmpdir(), 'djust-tutorial-'))
    demo = await startDemo({ port: 0, dataDir, studioDir: folder })
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    for (const path of [folder, dataDir]) rmSync(path, { recursive: true })
  })
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage()
    problems = []
    page.on('pageerror', (problem) => problems.push(problem.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  })
  afterEach(async () => {
    await page.context().close()
  })

  return {
    get page() {
      return page
    },
    /** Errors the page raised or logged so far. */
    get problems() {
      return problems
    },
    /** Ends the server, as Ctrl+C does. */
    stop: () => demo.close(),
    /** Starts it again where it was, remembering what a database remembers. */
    restart: async () => {
      demo = await startDemo({ port: demo.port, dataDir, studioDir: folder })
    },
    /** Without waiting for its socket. */
    load: () => page.goto(`${demo.url}/tutorial`),
    open: async () => {
      await page.goto(`${demo.url}/tutorial`)
      await page.locator('body.dj-connected').waitFor()
    },
    /** Types into the tag field and waits for suggestions. */
    type: async (text: string) => {
      await page.getByRole('combobox').fill('')
      await page.getByRole('combobox').pressSequentially(text)
      await page.getByRole('option').first().waitFor()
    },
    options: () => page.getByRole('option').allTextContents(),
    chips: () =>
      page.locator('.chips li').evaluateAll((items) => items.map((item) => item.firstChild?.textContent)),
    /** Waits until the form is no longer being submitted. */
    settled: () => page.waitForFunction(() => !document.querySelector('[data-djust-form-pending]')),
  }
}
