/** Every mishap on the real djust, in both browsers with the extension: the panel's own tab names the very advice that the demo's page of it gives, and no other. */
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import { ADVICE_IDS, type AdviceId } from '../../src/protocol/advice-ids.ts'
import { type Act, SCENARIOS, VARIANTS } from '../advice/scenarios.ts'
import { type Panel, poll, type Tab, type TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { besideEachOther } from '../e2e/beside-each-other.ts'

const [VARIANT] = VARIANTS
/** What is true of a server or a page that had no time; then it is driven again. */
const SLOWNESS: ReadonlySet<string> = new Set(['slow-apply', 'slow-server', 'slow-network'])
const TRIES = 3
/** ms until the panel has looked again, and for it to have looked at all. */
const QUIET = 600
const PATIENCE = 10_000

let django: Django
beforeAll(async () => {
  django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined })
}, 600_000)
afterAll(() => django?.stop())

async function act(tab: Tab, step: Act): Promise<void> {
  switch (step[0]) {
    case 'click':
      return tab.click(step[1])
    case 'type':
      return tab.type(step[1], step[2], step[3])
    case 'press':
      return tab.press(step[1])
    case 'clear':
      await tab.click(step[1])
      for (const key of ['Control+a', 'Backspace']) await tab.press(key)
      return
    case 'pause':
      return pause(step[1])
  }
}

/** Once the page is live, and what it asks for by itself is over; what the socket may not mount never is. */
async function open(tab: Tab, id: AdviceId): Promise<void> {
  await tab.goto(`${django.url}/mishaps/${VARIANT}/?mishap=${id}`)
  if (id !== 'http-fallback')
    await tab.waitFor(() => {
      const { djust } = window as { djust?: { liveViewInstance?: { viewMounted?: boolean } } }
      return djust?.liveViewInstance && djust.liveViewInstance.viewMounted !== false
    })
  await pause(id === 'http-fallback' ? 3000 : 500)
}

/** The rules that the tab of advice names now. */
const named = (panel: Panel) =>
  panel.evaluate(() => {
    const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) =>
      textContent?.startsWith('Advice'),
    )
    if (tab?.getAttribute('aria-selected') !== 'true') tab?.click()
    const rules = [...document.querySelectorAll('article')].map(
      (each) => /advice\.md#([a-z-]+)/.exec(each.textContent ?? '')?.[1] ?? '',
    )
    return [...new Set(rules)]
  })

/** Rules are looked for while the panel is idle: until they are the ones that are wanted, and still are when it has looked again; or what they are at last. */
async function namedAtLast(panel: Panel, wanted: readonly string[]): Promise<string[]> {
  const areWanted = async () => isDeepStrictEqual(await named(panel), wanted)
  await poll(areWanted, 'the advice', PATIENCE).catch(() => undefined)
  await pause(QUIET)
  return named(panel)
}

besideEachOther((name) => {
  let browser: TestBrowser
  let tab: Tab
  let panel: Panel
  beforeAll(async () => {
    browser = await launch(name)
    tab = await browser.openTab()
    await tab.goto(`${django.url}/mishaps/${VARIANT}/`)
    panel = await tab.openPanel()
  })
  afterAll(() => browser?.close())

  test.each(ADVICE_IDS)('%s', async (id) => {
    let found: string[] = []
    for (let left = TRIES; left > 0; left -= 1) {
      await open(tab, id)
      for (const step of SCENARIOS[id][VARIANT]) await act(tab, step)
      found = await namedAtLast(panel, [id])
      if (!found.some((rule) => rule !== id && SLOWNESS.has(rule))) break
    }
    expect(found).toEqual([id])
  })
})
