/** Counting the other way round: everything that a proxy saw on the wire is in exactly one exchange, whole and in order. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press } from '../e2e/log.ts'
import { act } from './act.ts'
import { type CaptureProxy, startCaptureProxy } from './capture-proxy.ts'
import { ENTRIES, type Entry } from './entries.ts'
import { readWholeLog, settle, waitForView } from './log-of.ts'
import { tally } from './tally.ts'

const SEED = Number(process.env['SEED'] ?? 1)
/** Of the drive; every entry comes before any comes again. */
const ACTIONS = Number(process.env['ACTIONS'] ?? 200)

/** What never lets go of the page, or leaves a frame under way when the page goes, cannot be counted to the last frame. */
const LEAVES_MIDWAY = new Set(['lost', 'request-html', 'sse-html-recovery', 'sse-version-gap'])

let django: Django
beforeAll(async () => {
  django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined })
})
afterAll(() => django?.stop())

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let proxy: CaptureProxy
  let tab: Tab
  let panel: Panel
  beforeAll(async () => {
    proxy = await startCaptureProxy(django.url)
    browser = await launch(name)
    tab = await browser.openTab()
    await tab.goto(`${proxy.url}/zoo/`)
    panel = await tab.openPanel()
    await press(panel, name === 'firefox' ? 'Persist Logs' : 'Preserve log')
  })
  afterAll(async () => {
    await browser?.close()
    await proxy?.close()
  })

  test(`${ACTIONS} actions with seed ${SEED}: nothing missing, nothing invented`, {
    timeout: 1_800_000,
  }, async () => {
    for (const entry of drive(ACTIONS, SEED)) {
      await tab.goto(`${proxy.url}${entry.page}`)
      if (!entry.page.includes('unmounted')) await waitForView(tab)
      await settle(panel)
      for (const step of entry.do) await act(tab, step)
      await settle(panel)
    }
    await tab.goto(`${proxy.url}/zoo/`)
    await settle(panel)
    const { messages, differences } = tally(proxy.captured, await readWholeLog(panel))
    expect(messages).toBeGreaterThan(ACTIONS)
    expect(differences.slice(0, 20)).toEqual([])
  })
})

/** Shuffled rounds over all entries until there are so many actions. */
function drive(actions: number, seed: number): Entry[] {
  const random = randomFrom(seed)
  const entries = ENTRIES.filter((entry) => !LEAVES_MIDWAY.has(entry.name))
  const chosen: Entry[] = []
  let done = 0
  while (done < actions) {
    const round = entries.map((entry) => ({ entry, at: random() })).sort((a, b) => a.at - b.at)
    for (const { entry } of round) {
      if (done >= actions) break
      chosen.push(entry)
      done += entry.do.filter(([kind]) => kind !== 'pause').length
    }
  }
  return chosen
}

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
