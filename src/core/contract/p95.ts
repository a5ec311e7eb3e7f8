/** `p95: at most 200 ms`: 95 of 100 take no longer, from the beginning to the last that was seen of the first answer. */
import { binomialTail } from '../compare/normal.ts'
import type { Exchange } from '../exchange.ts'
import { durationOf } from '../moments.ts'
import { percentileOf } from '../percentile.ts'
import { readLimit, writeLimit } from './at-most.ts'
import type { Expectation } from './expectation.ts'
import { Breaking } from './judge.ts'

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
  judge({ p95 = Number.POSITIVE_INFINITY }) {
    const times: number[] = []
    const slow = new Breaking()
    return {
      take(row) {
        const duration = durationOf(row)
        if (duration === undefined) return
        times.push(duration)
        if (duration > p95) slow.add(row)
      },
      breach() {
        const seen = percentile95(times)
        if (seen <= p95) return undefined
        const breach = slow.breach(
          () => `took longer in ${slow.count} of ${times.length} rows, p95 ${Math.round(seen)} ms`,
        )
        // Were 95 of 100 in time, so many of so few would be late by chance that often.
        const isLuck = binomialTail(times.length, 0.05, slow.count) > ALPHA
        return breach && isLuck ? { ...breach, isUndecided: true } : breach
      },
    }
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

function seenIn(rows: readonly Exchange[]): number {
  return percentile95(rows.flatMap((row) => durationOf(row) ?? []))
}

/** ms; the nearest rank, 0 of nothing. */
function percentile95(times: readonly number[]): number {
  return times.length === 0 ? 0 : percentileOf(Float64Array.from(times).sort(), 95)
}
