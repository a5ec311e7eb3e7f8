/** A stretch of time, to which the log can be narrowed. */
import type { Exchange } from '../../core/exchange.ts'
import { endOf, startOf } from '../../core/moments.ts'

/** Epoch ms. */
export interface Stretch {
  from: number
  to: number
}

/** Whether any of the exchange lies in it. What has no end yet goes on, and what will have none was only a moment. */
export function isWithin(
  row: Exchange,
  { from, to }: Stretch,
  origins: ReadonlyMap<string, number>,
): boolean {
  const { start, end } = spanOf(row, origins)
  return start <= to && end >= from
}

/** Epoch ms; the end of what is under way is Infinity. */
export function spanOf(row: Exchange, origins: ReadonlyMap<string, number>): { start: number; end: number } {
  const origin = origins.get(row.doc) ?? 0
  const start = origin + startOf(row)
  const last = endOf(row)
  if (last !== undefined) return { start, end: Math.max(start, origin + last) }
  return { start, end: row.status === 'pending' ? Infinity : start }
}
