/** Counting the other way round: everything that a proxy saw on the wire is in exactly one exchange, whole and in order. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { KEEP_LOG, press } from '../e2e/log.ts'
import { act } from './act.ts'
import { type CaptureProxy, LAST_IN_LINE, startCaptureProxy } from './capture-proxy.ts'
import { ENTRIES } from './entries.ts'
import { readWholeLog, settle, waitForView } from './log-of.ts'
import { randomFrom } from './random.ts'
import { RUNS, type Run } from './runs.ts'
import { tally } from './tally.ts'

const only = process.env['ZOO']?.split(',')
const DRIVEN = ENTRIES.filter(({ name }) => !only || only.includes(name))
const SEED = Number(process.env['SEED'] ?? 1)
/** Of the drive of each browser. */
const ACTIONS = Number(process.env['ACTIONS'] ?? 1500)
/** How often every entry comes at least. */
const ROUNDS = 5
/** One log each. */
const VISITS_A_TAB = 60
/** How long the wire must be quiet; how long it may take for that where it never is, and where answers are still to come, ms. */
const QUIET = 120
const LONG_ENOUGH = 10_000
const ANSWERED = 60_000

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

  /** When pages were made to leave, epoch ms. */
  const departures: number[] = []

  /** A page that leaves by itself has its documents and scripts on the way. */
  const isLoading = () => proxy.requested.some(({ isOver, isStream }) => !isOver && !isStream)

  /** What never lets go of a page is cut off before the next is loaded, so that no frame is lost between the two. */
  async function leave(tab: Tab): Promise<void> {
    // On a busy machine the wire is quiet although the browser has more to send. Asked again where the page has just loaded another.
    await tab.waitFor(
      async ({ url, timeout }) => {
        await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(timeout) }).catch(() => {})
        return true
      },
      { url: LAST_IN_LINE, timeout: ANSWERED },
    )
    const since = performance.now()
    const isTime = () => performance.now() - since < (isLoading() ? ANSWERED : LONG_ENOUGH)
    for (let before = -1; before !== proxy.captured.length && isTime(); ) {
      before = isLoading() ? -1 : proxy.captured.length
      await pause(QUIET)
      // What was asked for in the meantime has an answer to come.
      if (isLoading()) before = -1
    }
    proxy.holdBack()
    // Asked again where the page has just loaded another.
    await tab.waitFor((ms) => new Promise((resolve) => setTimeout(() => resolve(true), ms)), 2 * QUIET)
    departures.push(Date.now())
    await tab.goto('about:blank')
    proxy.letFlow()
  }

  test(`${ACTIONS} actions with seed ${SEED}: nothing missing, nothing invented`, {
    timeout: 3_600_000,
  }, async () => {
    const differences: string[] = []
    /** Rows without a message, less those that there must be. */
    const bares = new Map<string, number>()
    const reached = new Map(DRIVEN.map((entry) => [entry.name, 0]))
    let [messages, unheard, done] = [0, 0, 0]
    const unsent: string[] = []
    for (const [at, visits] of inTabs(drive(ACTIONS, SEED)).entries()) {
      const from = proxy.captured.length
      const { tab, panel } = await watchNewTab()
      if (at === 0) await press(panel, KEEP_LOG[name])
      for (const { run, times } of visits) {
        await tab.goto(`${proxy.url}${run.page}`)
        if (!run.page.includes('/unmounted/')) await waitForView(tab)
        for (let time = 0; time < times; time++) for (const step of run.do) await act(tab, step)
        done += times * actionsOf(run)
        reached.set(run.name, (reached.get(run.name) ?? 0) + times)
        for (const bare of bareIn(run)) bares.set(bare, (bares.get(bare) ?? 0) - times)
        await leave(tab)
      }
      await tab.goto(`${proxy.url}/zoo/`)
      await settle(panel)
      const counted = tally(proxy.captured.slice(from), await readWholeLog(panel), {
        driver: departures,
        documents: proxy.requested.flatMap(({ isDocument, at }) => (isDocument ? [at] : [])),
      })
      messages += counted.messages
      unheard += counted.unheard
      unsent.push(...counted.unsent)
      // Said at once: what the browser still shows is gone at the end.
      for (const each of counted.differences) console.log(`${name}, tab ${at}: ${each}`)
      differences.push(...counted.differences)
      for (const bare of counted.bare) bares.set(bare, (bares.get(bare) ?? 0) + 1)
      proxy.holdBack()
      await tab.close()
      proxy.letFlow()
    }
    console.log(
      `${name}: ${messages} messages, ${unheard} of them to pages that were leaving of their own accord; ${unsent.length} requests of pages that were leaving were never sent`,
      ...[...countEach(unsent)].map(([says, count]) => `\n  never sent: ${count} × ${says}`),
    )
    expect(done).toBeGreaterThanOrEqual(ACTIONS)
    expect(Math.min(...reached.values())).toBeGreaterThanOrEqual(ROUNDS)
    expect(messages).toBeGreaterThan(ACTIONS)
    expect(differences.slice(0, 20)).toEqual([])
    expect([...bares].filter(([, count]) => count !== 0)).toEqual([])
  })
})

function countEach(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

interface Visit {
  run: Run
  /** How often its steps are done on the same page. */
  times: number
}

const actionsOf = ({ do: steps }: Run) => steps.filter(([kind]) => kind !== 'pause').length

const bareIn = ({ rows }: Run) =>
  rows.flatMap(({ kind, name, transport }) => (transport === 'none' ? [`${kind} ${name}`] : []))

/** Every entry, shuffled; what is then missing to so many actions is made up for on pages that stay as they are. */
function drive(actions: number, seed: number): Visit[] {
  const visits = shuffled(DRIVEN.flatMap(visitsOf), randomFrom(seed))
  const lasting = visits.filter(({ run }) => isLasting(run))
  let planned = visits.reduce((sum, { run, times }) => sum + times * actionsOf(run), 0)
  for (let at = 0; planned < actions && lasting.length > 0; at++) {
    const visit = lasting[at % lasting.length] as Visit
    visit.times++
    planned += actionsOf(visit.run)
  }
  return visits
}

/** At least so many rounds of an entry: on one page for each transport where that can be, else on a new page each, over one and the other in turn. */
function visitsOf({ name }: (typeof ENTRIES)[number], at: number): Visit[] {
  const runs = RUNS.filter((run) => run.name === name)
  if (runs.every(isLasting)) return runs.map((run) => ({ run, times: Math.ceil(ROUNDS / runs.length) }))
  return Array.from({ length: ROUNDS }, (_, round) => ({
    run: runs[(at + round) % runs.length] as Run,
    times: 1,
  }))
}

/** Its steps can be done again at once, on the same page: nobody leaves it, and what is clicked stays. */
const isLasting = ({ group, do: steps, rows: [row, ...more] }: Run) =>
  (group === 'call' || group === 'dispatch' || group === 'answer') &&
  steps.every(([kind]) => kind === 'click') &&
  more.length === 0 &&
  row?.times === undefined &&
  row?.status !== 'lost'

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

function inTabs(visits: readonly Visit[]): Visit[][] {
  return Array.from({ length: Math.ceil(visits.length / VISITS_A_TAB) }, (_, at) =>
    visits.slice(at * VISITS_A_TAB, (at + 1) * VISITS_A_TAB),
  )
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
