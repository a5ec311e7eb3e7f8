/** Reads the panel's whole log through its own Save button, and waits until the log has come to rest. */

import type { Exchange } from '../../src/core/exchange.ts'
import { documentsOf, type Log, lastSeqOf, rowsOf } from '../../src/core/log.ts'
import { logOf, readRecording } from '../../src/core/read-recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import type { Panel, Tab } from '../browsers/browser.ts'

export async function readWholeLog(panel: Panel): Promise<Log> {
  const text = await panel.evaluate(async () => {
    const native = URL.createObjectURL
    let saved: Blob | undefined
    URL.createObjectURL = (blob) => {
      saved = blob as Blob
      return native.call(URL, blob)
    }
    document.querySelector<HTMLElement>('[aria-label="Save recording"]')?.click()
    URL.createObjectURL = native
    return saved?.text() ?? ''
  })
  const recording = readRecording(text, readFact)
  if (recording.problems.length > 0) throw new Error(JSON.stringify(recording.problems))
  return logOf(recording)
}

/** How many facts of each document a log holds; later facts are those beyond. */
export function markOf(log: Log): Map<string, number> {
  return new Map(documentsOf(log).map(({ doc }) => [doc, lastSeqOf(log, doc)]))
}

/** Until nothing new has come for `quiet` ms. */
export async function settle(panel: Panel, quiet = 400): Promise<void> {
  await panel.evaluate(async (pause) => {
    const held = () => document.querySelector('.held')?.textContent
    let last = held()
    let since = performance.now()
    const end = since + 20_000
    while (performance.now() - since < pause && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      if (held() === last) continue
      last = held()
      since = performance.now()
    }
  }, quiet)
}

/** The rows that came after the mark. A slow handler makes a quiet log that is not at rest: what is pending gets a few seconds more. */
export async function readRowsSince(panel: Panel, mark: Map<string, number>): Promise<Exchange[]> {
  let rows: Exchange[] = []
  for (let tries = 0; tries < 8; tries++) {
    await settle(panel, 700)
    rows = rowsOf(await readWholeLog(panel)).filter(({ doc, seq }) => seq > (mark.get(doc) ?? -1))
    if (rows.every(({ status }) => status !== 'pending')) break
  }
  return rows
}

/** A view that is not mounted yet answers nothing, and what it was to say would be lost on the way. */
export async function waitForView(tab: Tab): Promise<void> {
  await tab.waitFor(() => {
    const { djust } = window as { djust?: { liveViewInstance?: { viewMounted?: boolean } } }
    return djust?.liveViewInstance && djust.liveViewInstance.viewMounted !== false
  })
}
