/** Every lesson in both browsers, done by who follows nothing but the text on the page; and lesson one, which needs every word of it. */
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { besideEachOther } from './beside-each-other.ts'
import { actionsOf, follow, instructionsIn, stepsDone, textOf } from './follow-text.ts'
import { press } from './log.ts'

const root = join(import.meta.dirname, '../..')
const NUMBERS = globSync('lessons/*.md', { cwd: root }).map((_, index) => index + 1)
const STEPS_OF_ONE = [0, 1, 2, 3]

/** ms to wait for a step that is to be done, and for one that cannot be. */
const PATIENCE = 30_000
const NO_PATIENCE = 1_000

test('there are ten lessons at least', () => {
  expect(NUMBERS.length).toBeGreaterThanOrEqual(10)
})

besideEachOther((name) => {
  const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: TestBrowser
  let tab: Tab
  beforeAll(async () => {
    demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
    browser = await launch(name, { extension: false })
    tab = await browser.openTab()
    await tab.resize(1280, 900)
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    rmSync(data, { recursive: true })
  })

  const openLesson = async (number: number) => {
    await tab.goto(`${demo.url}/lesson/${number}?seed=7`)
    await tab.waitFor(() => /\d of \d steps done/.test(document.body.innerText))
  }

  test.each(NUMBERS)('lesson %d is done by who follows its text', async (number) => {
    await openLesson(number)
    const isDone = await follow(tab, () => PATIENCE)
    expect([await textOf(tab), isDone]).toEqual([expect.stringContaining('Lesson done.'), true])
  })

  test('lesson one has 300 words at most, all of it shown, and needs 12 keys and presses at most', async () => {
    await openLesson(1)
    expect(actionsOf(instructionsIn(await textOf(tab)))).toBeLessThanOrEqual(12)
    await follow(tab, () => PATIENCE)
    expect((await textOf(tab)).split(/\s+/).filter((word) => /\w/.test(word)).length).toBeLessThanOrEqual(300)
  })

  test.each(STEPS_OF_ONE)('lesson one is not done by who cannot read its instruction %d', async (taken) => {
    await openLesson(1)
    const all = instructionsIn(await textOf(tab))
    await tab.evaluate((index) => {
      document.querySelectorAll('article h3')[index]?.remove()
    }, taken)
    expect(instructionsIn(await textOf(tab))).toEqual(all.toSpliced(taken, 1))
    expect(await follow(tab, (index) => (index < taken ? PATIENCE : NO_PATIENCE))).toBe(false)
    expect(await stepsDone(tab)).toBe(taken)
  })

  test('text, page and panel grow for a projector', async () => {
    await openLesson(1)
    await press(tab, 'Huge text')
    const tutorial = await tab.frame('/tutorial')
    await tutorial.waitFor(() => getComputedStyle(document.documentElement).zoom === '1.6')
    expect(
      await tab.evaluate(() => getComputedStyle(document.querySelector('article') as Element).fontSize),
    ).toBe('24px')
    await tab.screenshot(join(root, `artifacts/screens/lesson-${name}-huge.png`))
    await press(tab, 'Normal text')
  })

  // By an address of the network the page is no secure context, so that some of the browser's own is missing there.
  test('in a class each is alone: what one has created the other has not', async () => {
    const classroom = await startDemo({
      ...{ port: 0, host: '0.0.0.0', dataDir: join(data, 'class'), studioDir: join(root, 'dist/studio') },
    })
    const urls = [...classroom.urlsForOthers.slice(0, 1), `http://127.0.0.1:${classroom.port}`]
    for (const url of urls) {
      await tab.goto(`${url}/lesson/5?seed=7`)
      expect(await follow(tab, () => PATIENCE)).toBe(true)
    }
    await classroom.close()
    expect(urls.length).toBe(2)
  })

  test('a reset puts back what was done, and what was done once is remembered', async () => {
    await openLesson(1)
    await follow(tab, () => PATIENCE)
    await press(tab, 'Reset')
    await tab.waitFor(() => /0 of 4 steps done/.test(document.body.innerText))
    const tutorial = await tab.frame('/tutorial')
    await tutorial.waitFor(() => document.querySelector('[dj-view] form'))
    expect(await tutorial.evaluate(() => document.querySelector('.created, .count'))).toBeNull()
    await tab.goto(`${demo.url}/lessons`)
    await tab.waitFor(() => document.querySelector('#lessons li[data-state=done] a'))
  })
})
