/** Both ways, in both browsers and with no extension: one typing, played through a handler and a function, and what is said of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press } from './log.ts'

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

const PREDICTIONS = ['re-render handler', 'bytes alike', 'harm no'] as const

/** `harm no` chooses the option “no” of the question “harm”, by its words. */
function predict(tab: Tab): Promise<void> {
  const words = { handler: 'the handler’s', alike: 'about the same', no: 'no' }
  return tab.evaluate(
    (chosen) => {
      for (const [question, says] of chosen) {
        const labels = [...document.querySelectorAll<HTMLElement>(`[data-question="${question}"] label`)]
        const label = labels.find(({ textContent }) => textContent === says)
        if (!label) throw new Error(`no answer ${says}`)
        label.click()
      }
    },
    PREDICTIONS.map((each) => {
      const [question = '', option = ''] = each.split(' ')
      return [question, words[option as keyof typeof words]] as const
    }),
  )
}

/** Plays what was typed, and answers the card: each line's two figures, the handler's first. */
async function play(tab: Tab): Promise<Record<string, string[]>> {
  await press(tab, 'Play it both ways')
  await tab.waitFor(() => !document.querySelector('table.card'))
  await tab.waitFor(() => document.querySelector('table.card'))
  return tab.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('table.card tbody tr')].map((line) => [
        line.querySelector('th')?.firstChild?.textContent ?? '',
        [...line.querySelectorAll('td')].map(({ textContent }) => textContent ?? ''),
      ]),
    ),
  )
}

const said = (tab: Tab, about: string) =>
  tab.evaluate((name) => document.querySelector(`.why [data-about="${name}"]`)?.textContent ?? '', about)

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  beforeAll(async () => {
    browser = await launch(name, { extension: false })
    tab = await browser.openTab()
  })
  afterAll(() => browser?.close())

  test('the studio leads there, and asks for a prediction before anything is played', async () => {
    await tab.goto(demo.url)
    await tab.click('nav a[href="/both-ways"]')
    await tab.waitFor(() => location.pathname === '/both-ways' && document.querySelector('.questions'))
    await press(tab, 'Use a sample')
    const mayPlay = () =>
      tab.evaluate(() => !document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled)
    expect(await mayPlay()).toBe(false)
    await predict(tab)
    await tab.waitFor(() => !document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled)
  })

  test('what a person typed goes both ways: one re-renders and does no harm, the other never re-renders', async () => {
    await tab.type('.once input', 'regx', 230)
    await tab.press('Backspace')
    const card = await play(tab)
    expect(card['Messages']).toEqual([
      expect.stringMatching(/^[1-9] events?$/),
      expect.stringMatching(/^[1-9] calls?$/),
    ])
    expect(Number(card['Re-renders']?.[0])).toBeGreaterThan(0)
    expect(Number(card['Nodes touched']?.[0])).toBeGreaterThan(0)
    expect([card['Re-renders']?.[1], card['Patches']?.[1]]).toEqual(['0', '0'])
    for (const line of ['Focus', 'Caret', 'Typed text'])
      expect([line, card[line]]).toEqual([line, ['kept', 'kept']])
    expect(card['Late answers']).toEqual(['0, 0 shown', '0, 0 shown'])
    expect(card['Mounts']?.[1]).toMatch(/^[1-9]\d*, \d/)
    expect(await said(tab, 'harm')).toMatch(/^The handler did no harm/)
    expect(
      await tab.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-question] .outcome-of')].map(
          (outcome) => outcome.dataset['right'],
        ),
      ),
    ).toEqual(['true', expect.stringMatching(/true|false/), 'true'])
    const fieldIn = async (side: string) =>
      (await tab.frame(side)).evaluate(() => document.querySelector<HTMLInputElement>('#q')?.value)
    const typed = await tab.evaluate(() => document.querySelector<HTMLInputElement>('.once input')?.value)
    expect(typed).toBe('reg')
    expect([await fieldIn('/ways/handler'), await fieldIn('/ways/function')]).toEqual([typed, typed])
  })

  test('the mistakes do harm, and the card counts it', async () => {
    await press(tab, 'Use a sample')
    await tab.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLElement>('.twists input')) box.click()
    })
    const card = await play(tab)
    expect(card['Focus']).toEqual(['lost 1×', 'kept'])
    expect(card['Typed text']?.[0]).toMatch(/^\d+ keys? lost$/)
    expect(card['Typed text']?.[1]).toBe('kept')
    expect(card['Late answers']?.[1]).toMatch(/^[1-9]\d*, [1-9]\d* shown$/)
    expect(await said(tab, 'harm')).toMatch(/^Its re-renders took the focus once.* went nowhere/)
    expect(await said(tab, 'late')).toMatch(/the list showed .* and was wrong until the next/)
  })
})
