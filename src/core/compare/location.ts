/** Where a sample lies, and how far two lie apart, each with its interval. */
import { percentileOf } from '../percentile.ts'
import { binomialTail, zOfTail } from './normal.ts'

/** A value in the unit of what was measured, and the interval that holds the true one with that confidence. */
export interface Estimate {
  value: number
  low: number
  high: number
}

/** Of the intervals. */
export const CONFIDENCE = 0.99
/** A longer sample is told by this many of its quantiles: pairs grow with the square. */
const MOST = 200

/** Of sorted numbers; the median's interval is that of the sign test (order statistics), so it assumes no shape. */
export function medianOf(sorted: readonly number[]): Estimate {
  const n = sorted.length
  const at = (index: number) => sorted[index] ?? Number.NaN
  const skipped = skippedOf(n)
  return {
    value: percentileOf(sorted, 50),
    low: at(skipped),
    high: at(n - 1 - skipped),
  }
}

/**
 * By how much the second lies above the first: the median of all differences (Hodges and Lehmann 1963), with the interval of
 * Moses: those shifts that the rank sum test would not reject, by its normal approximation. Both sorted, neither empty.
 */
export function shiftOf(before: readonly number[], after: readonly number[]): Estimate {
  const olds = thinned(before)
  const news = thinned(after)
  const differences = new Float64Array(olds.length * news.length)
  let next = 0
  for (const old of olds) for (const value of news) differences[next++] = value - old
  differences.sort()
  const last = differences.length - 1
  const at = (index: number) => differences[index] ?? Number.NaN
  const n = before.length
  const m = after.length
  const spread = zOfTail((1 - CONFIDENCE) / 2) * Math.sqrt((n * m * (n + m + 1)) / 12)
  const share = Math.max(0, 0.5 - spread / (n * m))
  const skipped = Math.floor(share * last)
  return { value: middle(at(last >> 1), at((last + 1) >> 1)), low: at(skipped), high: at(last - skipped) }
}

/** How many values at each end the median's interval leaves out. */
function skippedOf(n: number): number {
  if (n > 1000) return Math.max(0, Math.floor(n / 2 - (zOfTail((1 - CONFIDENCE) / 2) * Math.sqrt(n)) / 2))
  let skipped = 0
  while (2 * (skipped + 1) < n && binomialTail(n, 0.5, n - skipped - 1) <= (1 - CONFIDENCE) / 2) skipped += 1
  return skipped
}

function thinned(sorted: readonly number[]): readonly number[] {
  if (sorted.length <= MOST) return sorted
  return Array.from({ length: MOST }, (_, index) => {
    const place = Math.round((index * (sorted.length - 1)) / (MOST - 1))
    return sorted[place] ?? Number.NaN
  })
}

/** The mean of two, without the sum, which could be too large to say. */
function middle(a: number, b: number): number {
  return a === b ? a : a / 2 + b / 2
}
