/** djust's own debug panel in the same page as ours: both work, ours logs nothing twice, and its lists are what they are without us. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { ConsoleLine, Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { KEEP_LOG, press } from '../e2e/log.ts'
import { act } from './act.ts'
import { describeRows, judgeRun } from './judge.ts'
import { markOf, readRowsSince, readWholeLog, settle, waitForView } from './log-of.ts'
import { labelOf, RUNS, type Run } from './runs.ts'

/** What djust's panel shows and holds, newest first; times left out. */
interface DebugPanel {
  shown: string[]
  counted: string
  /** The types in its Network tab, each way for itself: an upload does not wait for its registration. */
  sent: string[]
  received: string[]
}

/** Of each way to dispatch, to answer and to go over the wire, one; with the events that djust's panel is to list for it. */
const LISTED: Record<string, string[]> = {
  'dj-click over ws': ['dj_click'],
  'dj-submit over ws': ['dj_submit'],
  'dj-input over ws': ['dj_input'],
  'js-push over ws': ['js_push'],
  'call-ok over ws': [],
  'expose-api over ws': [],
  'push-event over ws': ['push'],
  'html-recovery over ws': ['patch_fragile'],
  // Both for the answer and for the error that the client tells the page of.
  'error over ws': ['error ❌', 'error ❌'],
  'upload over ws': ['save_upload'],
  'dj-click over sse': [],
  // It knows sockets only, but hears of the error.
  'error over sse': ['unknown ❌'],
}
const CHOSEN = RUNS.filter((run) => labelOf(run) in LISTED)

let django: Django
beforeAll(async () => {
  django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined, debug: true })
})
afterAll(() => django?.stop())

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browsers: TestBrowser[]
  let tab: Tab
  let plain: Tab
  let panel: Panel
  const heard: ConsoleLine[] = []
  const heardPlain: ConsoleLine[] = []
  beforeAll(async () => {
    browsers = [await launch(name), await launch(name, { extension: false })]
    ;[tab, plain] = (await Promise.all(browsers.map((each) => each.openTab()))) as [Tab, Tab]
    await tab.goto(`${django.url}/zoo/`)
    panel = await tab.openPanel()
    await press(panel, KEEP_LOG[name])
    await tab.hearConsole((line) => heard.push(line))
    await plain.hearConsole((line) => heardPlain.push(line))
  })
  afterAll(() => Promise.all((browsers ?? []).map((each) => each.close())))

  async function provoke(run: Run): Promise<Exchange[]> {
    await begin(tab, run)
    await settle(panel)
    const before = markOf(await readWholeLog(panel))
    for (const step of run.do) await act(tab, step)
    return readRowsSince(panel, before)
  }

  test.each(CHOSEN)('$name over $transport', async (run) => {
    heard.length = 0
    heardPlain.length = 0
    const rows = await provoke(run)
    const { wrong } = judgeRun(run, rows)
    expect([...wrong, ...(wrong.length ? describeRows(rows) : [])]).toEqual([])

    const seen = await readDebugPanel(tab)
    expect(seen.shown).toEqual(LISTED[labelOf(run)])
    const { length } = seen.shown
    expect(seen.counted).toBe(length > 0 ? `${length} / ${length}` : 'none')

    await begin(plain, run)
    for (const step of run.do) await act(plain, step)
    await waitForEvents(plain, length)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(seen).toEqual(await readDebugPanel(plain))
    expect(troublesOf(heard)).toEqual(troublesOf(heardPlain))
  })

  test('what djust’s panel replays is one dispatch more in ours, and one event more in its own', async () => {
    const run = RUNS.find((each) => labelOf(each) === 'dj-click over ws') as Run
    await provoke(run)
    await toggle(tab)
    const before = markOf(await readWholeLog(panel))
    await tab.click('#djust-debug-panel .event-replay-btn')
    const replayed = await readRowsSince(panel, before)
    expect(judgeRun(run, replayed).wrong).toEqual([])
    await waitForEvents(tab, 2)
    await toggle(tab)
    expect((await readDebugPanel(tab)).shown).toEqual(['dj_click', 'dj_click'])
  })
})

/** What the console calls no mere log: in DEBUG djust says there all that it does. */
function troublesOf(lines: readonly ConsoleLine[]): string[] {
  return lines
    .filter(({ level }) => /err|warn|uncaught/.test(level))
    .map(({ level, text }) => `${level}: ${text}`)
}

/** A fresh page, mounted, with djust's panel loaded and closed. */
async function begin(tab: Tab, { page }: Run): Promise<void> {
  await tab.goto(`${django.url}${page}`)
  await waitForView(tab)
  await tab.waitFor(() =>
    Boolean(document.querySelector('#djust-debug-panel') && 'djustDebugPanel' in window),
  )
}

function waitForEvents(tab: Tab, count: number): Promise<boolean> {
  return tab.waitFor(
    (wanted) =>
      (window as unknown as { djustDebugPanel: { eventHistory: object[] } }).djustDebugPanel.eventHistory
        .length === wanted,
    count,
  )
}

/** Opens it as a person does, reads it, and closes it again. */
async function readDebugPanel(tab: Tab): Promise<DebugPanel> {
  await toggle(tab)
  const seen = await tab.evaluate(() => {
    const text = (of: ParentNode, selector: string) => of.querySelector(selector)?.textContent?.trim() ?? ''
    const panel = document.querySelector('#djust-debug-panel') as HTMLElement
    const { networkHistory } = (
      window as unknown as { djustDebugPanel: { networkHistory: { direction: string; type: string }[] } }
    ).djustDebugPanel
    return {
      shown: [...panel.querySelectorAll('.event-item')].map((item) =>
        `${text(item, '.event-name')} ${text(item, '.event-status')}`.trim(),
      ),
      counted: text(panel, '.events-filter-count') || 'none',
      sent: networkHistory.filter(({ direction }) => direction === 'sent').map(({ type }) => type),
      received: networkHistory.filter(({ direction }) => direction === 'received').map(({ type }) => type),
    }
  })
  await toggle(tab)
  return seen
}

/** By its shortcut, which its button says, too. */
async function toggle(tab: Tab): Promise<void> {
  const isOpen = () => {
    const panel = document.querySelector('#djust-debug-panel')
    return panel !== null && getComputedStyle(panel).display !== 'none'
  }
  const before = await tab.evaluate(isOpen)
  await tab.press('Control+Shift+D')
  await tab.waitFor((was) => {
    const panel = document.querySelector('#djust-debug-panel')
    return panel !== null && (getComputedStyle(panel).display !== 'none') !== was
  }, before)
}
