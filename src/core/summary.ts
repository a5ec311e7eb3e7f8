/** Totals over a list of exchanges. */
import type { Exchange, Kind } from './exchange.ts'
import { isRerender } from './rerender.ts'
import { commonLength } from './row-changes.ts'

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

export function summarise(rows: readonly Exchange[]): Summary {
  return createSummary()(rows)
}

/** Of one list that grows and changes, again and again, at the price of what changed. */
export function createSummary(): (rows: readonly Exchange[]) => Summary {
  let last: readonly Exchange[] = []
  let summary = NOTHING
  return (rows) => {
    const same = commonLength(last, rows)
    // Where most of it is gone it costs less to begin anew.
    const from = same < last.length / 2 ? 0 : same
    const before = from === 0 ? NOTHING : summary
    summary = { ...before, kinds: { ...before.kinds } }
    if (from > 0) for (let place = from; place < last.length; place++) count(summary, last[place], -1)
    for (let place = from; place < rows.length; place++) count(summary, rows[place], 1)
    last = rows
    return summary
  }
}

const NOTHING: Summary = {
  exchanges: 0,
  kinds: { call: 0, dispatch: 0, push: 0, navigation: 0, system: 0 },
  rerenders: 0,
  patches: 0,
  sent: 0,
  received: 0,
}

function count(summary: Summary, row: Exchange | undefined, sign: 1 | -1): void {
  if (!row) return
  summary.exchanges += sign
  summary.kinds[row.kind] += sign
  summary.patches += sign * row.patches
  summary.sent += sign * row.sent
  summary.received += sign * row.received
  if (isRerender(row)) summary.rerenders += sign
}
