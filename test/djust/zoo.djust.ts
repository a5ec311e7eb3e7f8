/** Every way to dispatch and every way to answer, on the real djust, in the real panel of both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import { rowsOf } from '../../src/core/log.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { press } from '../e2e/log.ts'
import { act } from './act.ts'
import { cellOf } from './cell.ts'
import { ENTRIES } from './entries.ts'
import { describeRows, judgeEntry } from './judge.ts'
import { markOf, readWholeLog, settle } from './log-of.ts'
import { keepResult, type Result } from './results.ts'

const version = process.env['DJUST_VERSION'] || undefined
const only = process.env['ZOO']?.split(',')

let django: Django
beforeAll(async () => {
  django = await startDjango({ version })
}, 600_000)
afterAll(() => django?.stop())

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  let panel: Panel
  let result: Result
  beforeAll(async () => {
    result = { release: django.version, browser: name, cells: {} }
    browser = await launch(name)
    tab = await browser.openTab()
    await tab.goto(`${django.url}/zoo/`)
    panel = await tab.openPanel()
    await press(panel, name === 'firefox' ? 'Persist Logs' : 'Preserve log')
  }, 180_000)
  afterAll(async () => {
    if (result) keepResult(result)
    await browser?.close()
  })

  /** A slow handler makes a quiet log that is not at rest: what is pending gets a few seconds more. */
  async function rowsAtRest(before: Map<string, number>): Promise<Exchange[]> {
    let rows: Exchange[] = []
    for (let tries = 0; tries < 8; tries++) {
      rows = rowsOf(await readWholeLog(panel)).filter(({ doc, seq }) => seq > (before.get(doc) ?? -1))
      if (rows.every(({ status }) => status !== 'pending')) break
      await settle(panel, 700)
    }
    return rows
  }

  test.each(ENTRIES.filter((entry) => !only || only.includes(entry.name)))('$name', async (entry) => {
    await tab.goto(`${django.url}${entry.page}`)
    await tab.waitFor(() =>
      Boolean((window as { djust?: { liveViewInstance?: unknown } }).djust?.liveViewInstance),
    )
    await settle(panel)
    const before = markOf(await readWholeLog(panel))
    for (const step of entry.do) await act(tab, step)
    await settle(panel, 700)
    const rows = await rowsAtRest(before)
    const wrong = judgeEntry(entry, rows)
    result.cells[entry.name] = { says: cellOf(rows), ...(wrong.length > 0 ? { wrong } : {}) }
    expect([...wrong, ...(wrong.length ? describeRows(rows) : [])]).toEqual([])
  })
})
