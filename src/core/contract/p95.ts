/** `p95: at most 200 ms`: 95 of 100 take no longer, from the beginning to the last that was seen of the first answer. */
import { binomialTail } from '../compare/normal.ts'
import type { Exchange } from '../exchange.ts'
import { durationOf } from '../moments.ts'
import { percentileOf } from '../percentile.ts'
import { readLimit, writeLimit } from './at-most.ts'
import type { Expectation } from './expectation.ts'

/** A p95 of fewer rows is no more than their slowest. */
const FEWEST = 5
/** A build does not fail by bad luck more often than this. */
const ALPHA = 0.01

export const p95: Expectation = {
  key: 'p95',
  example: 'at most 200 ms',
  read(value) {
    const p95 = readLimit(value, 'ms')
    return p95 === undefined ? undefined : { p95 }
  },
  write: ({ p95 }) => writeLimit(p95, 'ms'),
  check({ p95 = Number.POSITIVE_INFINITY }, { rows }) {
    const timed = rows.filter((row) => durationOf(row) !== undefined)
    const slow = timed.filter((row) => (durationOf(row) ?? 0) > p95)
    const seen = seenIn(timed)
    if (slow.length === 0 || seen <= p95) return undefined
    const saw = `took longer in ${slow.length} of ${timed.length} rows, p95 ${Math.round(seen)} ms`
    // Were 95 of 100 in time, so many of so few would be late by chance that often.
    const isLuck = binomialTail(timed.length, 0.05, slow.length) > ALPHA
    return isLuck ? { rows: slow, saw, isUndecided: true } : { rows: slow, saw }
  },
  infer: (rows) =>
    rows.filter((row) => durationOf(row) !== undefined).length < FEWEST ? {} : inferred(rows),
  widen: (_, rows) => inferred(rows),
  clash: () => undefined,
}

/** Half as much again and 10 ms, in steps of 10 ms: another machine is no regression. */
function inferred(rows: readonly Exchange[]): { p95: number } {
  return { p95: Math.min(Number.MAX_VALUE, Math.ceil((seenIn(rows) * 1.5 + 10) / 10) * 10) }
}

/** ms; the nearest rank. */
function seenIn(rows: readonly Exchange[]): number {
  const times = rows.flatMap((row) => durationOf(row) ?? []).sort((a, b) => a - b)
  return times.length === 0 ? 0 : percentileOf(times, 95)
}
