/** Totals over a list of exchanges. */
import type { Exchange, Kind } from './exchange.ts'
import { isRerender } from './rerender.ts'

export interface Summary {
  exchanges: number
  kinds: Record<Kind, number>
  /** Exchanges because of which the page re-rendered. */
  rerenders: number
  /** Patches on the wire. */
  patches: number
  /** Bytes up and down. */
  sent: number
  received: number
}

export function summarise(rows: Iterable<Exchange>): Summary {
  const summary: Summary = {
    exchanges: 0,
    kinds: { call: 0, dispatch: 0, push: 0, navigation: 0, system: 0 },
    rerenders: 0,
    patches: 0,
    sent: 0,
    received: 0,
  }
  for (const row of rows) {
    summary.exchanges += 1
    summary.kinds[row.kind] += 1
    summary.patches += row.patches
    summary.sent += row.sent
    summary.received += row.received
    if (isRerender(row)) summary.rerenders += 1
  }
  return summary
}
