/** Every way to dispatch and every way to answer, on the real djust, in the real panel of both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { KEEP_LOG, press } from '../e2e/log.ts'
import { act } from './act.ts'
import { cellOf } from './cell.ts'
import { findFalseClaims } from './claims.ts'
import { describeRows, judgeRun } from './judge.ts'
import { markOf, readRowsSince, readWholeLog, settle, waitForView } from './log-of.ts'
import { lackOf } from './needs.ts'
import { type BrowserName, type Cell, keepResult, type Result } from './results.ts'
import { RUNS, type Run } from './runs.ts'

const version = process.env['DJUST_VERSION'] || undefined
const only = process.env['ZOO']?.split(',')
const isBrief = process.env['ZOO_BRIEF'] === '1'
const browsers = (process.env['ZOO_BROWSERS']?.split(',') ?? ['chromium', 'firefox']) as BrowserName[]

const runs = RUNS.filter(({ name, brief }) => (only ? only.includes(name) : !isBrief || brief))

/** The whole log is read twice a run; a tab is left before that becomes the larger part of the time. */
const RUNS_A_TAB = 20

// Both browsers at once, for most of a run is waiting; one run after the other in each.
describe.concurrent.each(browsers)('in %s', (name) => {
  // One each: what one browser makes the server broadcast, the other would hear as well.
  let django: Django
  let browser: TestBrowser
  let tab: Tab
  let panel: Panel
  let result: Result
  let left = 0
  beforeAll(async () => {
    django = await startDjango({ version })
    result = {
      release: django.version,
      browser: name,
      cells: {},
      wanted: runs.map(({ name: entry, transport }) => [entry, transport]),
      rows: {},
    }
    browser = await launch(name)
    await watchNewTab()
    await press(panel, KEEP_LOG[name])
  }, 600_000)
  afterAll(async () => {
    if (result) keepResult(result)
    await browser?.close()
    await django?.stop()
  })

  /** The panel keeps its settings from tab to tab, and each begins with an empty log. */
  async function watchNewTab(): Promise<void> {
    await tab?.close()
    tab = await browser.openTab()
    await tab.goto(`${django.url}/zoo/`)
    panel = await tab.openPanel()
    left = RUNS_A_TAB
  }

  /** The rows that came of doing what the entry says to a page that has just been loaded. */
  async function drive({ page, do: steps }: Run): Promise<Exchange[]> {
    if (left-- === 0) await watchNewTab()
    await tab.goto(`${django.url}${page}`)
    if (!page.includes('/unmounted/')) await waitForView(tab)
    await settle(panel)
    const before = markOf(await readWholeLog(panel))
    for (const step of steps) await act(tab, step)
    return readRowsSince(panel, before)
  }

  function keep({ name: entry, transport }: Run, cell: Cell, rows: readonly Exchange[]): void {
    result.cells[entry] = { ...result.cells[entry], [transport]: cell }
    result.rows[`${entry} ${transport}`] = describeRows(rows)
  }

  test.each(runs)('$name over $transport', { concurrent: false }, async (run) => {
    const lack = await lackOf(run.needs, `${django.url}${run.page}`)
    if (lack !== undefined) {
      // What is not there must not be told, either; a page that answers with an error has nothing to do it to.
      const isPage = run.needs?.clientContains !== undefined
      const rows = isPage ? await drive(run) : []
      const told =
        isPage && judgeRun(run, rows).told.length > 0 ? [`${lack}, and yet the log tells of it`] : []
      keep(run, { says: lack, ...(told.length > 0 ? { wrong: told } : {}) }, rows)
      return expect(told).toEqual([])
    }
    const rows = await drive(run)
    const { wrong: untold, told } = judgeRun(run, rows)
    const wrong = [...untold, ...findFalseClaims(run, told, rows)]
    const cell = wrong.length > 0 ? { says: describeRows(rows).join('; '), wrong } : { says: cellOf(told) }
    keep(run, cell, rows)
    expect([...wrong, ...(wrong.length ? describeRows(rows) : [])]).toEqual([])
  })
})
