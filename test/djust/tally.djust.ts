/** Counting the other way round: everything that a proxy saw on the wire is in exactly one exchange, whole and in order. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press } from '../e2e/log.ts'
import { act } from './act.ts'
import { type CaptureProxy, startCaptureProxy } from './capture-proxy.ts'
import { readWholeLog, settle, waitForView } from './log-of.ts'
import { randomFrom } from './random.ts'
import { RUNS, type Run } from './runs.ts'
import { tally } from './tally.ts'

const SEED = Number(process.env['SEED'] ?? 1)
/** Of the drive; every run comes before any comes again. */
const ACTIONS = Number(process.env['ACTIONS'] ?? 1500)
/** One log each. */
const RUNS_A_TAB = 60
/** How long the wire must be quiet, and how long it may take for that where it never is, ms. */
const QUIET = 120
const LONG_ENOUGH = 1500

let django: Django
beforeAll(async () => {
  django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined })
})
afterAll(() => django?.stop())

describe.concurrent.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let proxy: CaptureProxy
  beforeAll(async () => {
    proxy = await startCaptureProxy(django.url)
    browser = await launch(name)
  })
  afterAll(async () => {
    await browser?.close()
    await proxy?.close()
  })

  async function watchNewTab(): Promise<{ tab: Tab; panel: Panel }> {
    const tab = await browser.openTab()
    await tab.goto(`${proxy.url}/zoo/`)
    return { tab, panel: await tab.openPanel() }
  }

  /** What never lets go of a page is cut off before the next is loaded, so that no frame is lost between the two. */
  async function leave(tab: Tab): Promise<void> {
    const end = performance.now() + LONG_ENOUGH
    for (let before = -1; before !== proxy.captured.length && performance.now() < end; ) {
      before = proxy.captured.length
      await pause(QUIET)
    }
    proxy.holdBack()
    // Asked again where the page has just loaded another.
    await tab.waitFor((ms) => new Promise((resolve) => setTimeout(() => resolve(true), ms)), QUIET)
  }

  test(`${ACTIONS} actions with seed ${SEED}: nothing missing, nothing invented`, {
    timeout: 3_600_000,
  }, async () => {
    const differences: string[] = []
    let [messages, unheard] = [0, 0]
    for (const [at, runs] of inTabs(drive(ACTIONS, SEED)).entries()) {
      const from = proxy.captured.length
      const { tab, panel } = await watchNewTab()
      if (at === 0) await press(panel, name === 'firefox' ? 'Persist Logs' : 'Preserve log')
      for (const { page, do: steps } of runs) {
        await tab.goto(`${proxy.url}${page}`)
        if (!page.includes('/unmounted/')) await waitForView(tab)
        for (const step of steps) await act(tab, step)
        await leave(tab)
      }
      await tab.goto(`${proxy.url}/zoo/`)
      await settle(panel)
      const counted = tally(proxy.captured.slice(from), await readWholeLog(panel))
      messages += counted.messages
      unheard += counted.unheard
      differences.push(...counted.differences)
      proxy.holdBack()
      await tab.close()
    }
    console.log(`${name}: ${messages} messages, ${unheard} handed over to a page that was leaving`)
    expect(messages).toBeGreaterThan(ACTIONS)
    expect(differences.slice(0, 20)).toEqual([])
    expect(unheard).toBeLessThan(messages / 1000)
  })
})

/** Shuffled rounds over all runs until there are so many actions; pauses are none. */
function drive(actions: number, seed: number): Run[] {
  const random = randomFrom(seed)
  const chosen: Run[] = []
  let done = 0
  while (done < actions) {
    const round = RUNS.map((run) => ({ run, at: random() })).sort((a, b) => a.at - b.at)
    for (const { run } of round) {
      if (done >= actions) break
      chosen.push(run)
      done += run.do.filter(([kind]) => kind !== 'pause').length
    }
  }
  return chosen
}

function inTabs(runs: readonly Run[]): Run[][] {
  return Array.from({ length: Math.ceil(runs.length / RUNS_A_TAB) }, (_, at) =>
    runs.slice(at * RUNS_A_TAB, (at + 1) * RUNS_A_TAB),
  )
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
