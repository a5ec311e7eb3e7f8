/** The exchange to compare another one with: the one of its kind, name and view before it. */
import type { Exchange } from './exchange.ts'
import { targetOf } from './target.ts'

/** `rows` in time order. The row itself may have changed since, or have been filtered away; then there is none. */
export function previousOf(rows: readonly Exchange[], row: Exchange): Exchange | undefined {
  const target = targetOf(row)
  let place = rows.findLastIndex(({ id }) => id === row.id) - 1
  for (; place >= 0; place--) {
    const other = rows[place]
    if (other && targetOf(other) === target) return other
  }
  return undefined
}
