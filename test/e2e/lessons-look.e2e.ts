/** How a lesson looks and is reached: nothing for axe in either theme and any size, nothing cut off for a projector or a phone, and all of it by keyboard. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { startChromium } from '../browsers/plain-chromium.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
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

const SIZES = ['Normal text', 'Large text', 'Huge text'] as const
const frameOf = (page: Page) => page.frameLocator('#page iframe')

async function open(path: string, width: number, height: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage()
  await page.goto(`${demo.url}${path}`)
  return page
}

/** Where it has done one step of two kinds, so that each thing a lesson shows is there. */
async function begun(theme: string, width = 1280, height = 720): Promise<Page> {
  const page = await open(`/lesson/8?seed=7&theme=${theme}`, width, height)
  await frameOf(page).getByRole('button', { name: 'Turn the list round' }).click()
  await page.getByText('1 of 3 steps done.').waitFor()
  return page
}

async function complaintsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}

const isCut = (page: Page) =>
  page.evaluate(() => {
    const isTooWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth
    return isTooWide(document.documentElement) || isTooWide(document.querySelector('.lesson-text') as Element)
  })

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(SIZES)('axe finds nothing at %s, and nothing is cut off at 1280 × 720', async (size) => {
    const page = await begun(theme)
    await page.getByRole('button', { name: size }).click()
    await page.screenshot({ path: `artifacts/screens/lesson-${theme}-${size.split(' ')[0]}.png` })
    expect(await complaintsOn(page)).toEqual([])
    expect(await isCut(page)).toBe(false)
    await page.context().close()
  })

  test('axe finds nothing at 320 px, and nothing is wider', async () => {
    const page = await begun(theme, 320, 700)
    expect(await complaintsOn(page)).toEqual([])
    expect(await isCut(page)).toBe(false)
    await page.screenshot({ path: `artifacts/screens/lesson-${theme}-narrow.png`, fullPage: true })
    await page.context().close()
  })

  test('axe finds nothing in the list of lessons', async () => {
    const page = await open(`/lessons?theme=${theme}`, 1280, 720)
    await page.getByRole('link', { name: 'Call or dispatch?' }).waitFor()
    expect(await complaintsOn(page)).toEqual([])
    await page.screenshot({ path: `artifacts/screens/lessons-${theme}.png` })
    await page.context().close()
  })
})

test('the largest text is large enough for the last row: 24 px, in the page as in the lesson, and a row of the log fits', async () => {
  const page = await begun('light')
  await page.getByRole('button', { name: 'Huge text' }).click()
  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
  expect(await page.locator('article').evaluate(sizeOf)).toBeGreaterThanOrEqual(24)
  const zoom = await frameOf(page)
    .locator('html')
    .evaluate((html) => getComputedStyle(html).zoom)
  expect(Number(zoom)).toBeGreaterThanOrEqual(1.6)
  const isSeen = await page.locator('[role=row][data-name=turn_round]').evaluate((row) => {
    const { x, y, width, height } = row.getBoundingClientRect()
    return [y + 2, y + height - 2].every((at) => row.contains(document.elementFromPoint(x + width / 2, at)))
  })
  expect(isSeen).toBe(true)
  await page.reload()
  expect(await page.getByRole('button', { name: 'Huge text' }).getAttribute('aria-pressed')).toBe('true')
  await page.context().close()
})

test('a lesson is done by keyboard alone', async () => {
  const page = await open('/lesson/8?seed=7', 1280, 720)
  await page.getByText('0 of 3 steps done.').waitFor()
  await frameOf(page).locator('body.dj-connected').waitFor()
  const tabTo = async (words: string, key = 'Tab') => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press(key)
      const here = page
        .frames()
        .map((frame) => frame.evaluate(() => document.activeElement?.textContent?.trim()))
      if ((await Promise.all(here)).includes(words)) return
    }
    throw new Error(`no way to “${words}”`)
  }
  await tabTo('Turn the list round')
  await page.keyboard.press('Enter')
  await page.getByText('1 of 3 steps done.').waitFor()
  await tabTo('Make this change', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByText('2 of 3 steps done.').waitFor()
  await frameOf(page).locator('body.dj-connected').waitFor()
  await tabTo('Turn the list round')
  await page.keyboard.press('Enter')
  await page.getByText('Lesson done.').waitFor()
  await page.context().close()
})

test.each([
  ['/lesson/99', 'There is no such lesson.'],
  ['/lesson/1?seed=seven', 'The seed in the address is no whole number'],
])('%s says: %s', async (path, words) => {
  const page = await open(path, 1280, 720)
  await page.getByText(words).waitFor()
  await page.context().close()
})
