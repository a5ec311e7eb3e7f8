/** When an exchange began on the one clock of all documents. */
import type { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import { startOf } from './moments.ts'

/** Epoch ms; of a document that did not say when its clock began, ms on that clock. */
export function wallTimeOf(row: Exchange, log: Log): number {
  return (log.chronicles.get(row.doc)?.info.origin ?? 0) + startOf(row)
}

/** Epoch ms of each document's clock. */
export function originsOf(log: Log): Map<string, number> {
  return new Map([...log.chronicles].map(([doc, { info }]) => [doc, info.origin]))
}
