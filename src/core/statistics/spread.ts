/** How a sample of durations is spread: percentiles that were truly measured, and a small histogram. */
import { percentileOf } from '../percentile.ts'
import { placeOf } from './sample.ts'

/**
 * ms. A bin holds what is at least the edge before it and less than its own; the first holds what is less than 1 ms, and one more
 * bin than there are edges holds the rest. Equally wide on a logarithmic scale, as far as round numbers can be.
 */
export const EDGES: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/** All in ms but `n` and `bins`. There is none of nothing. */
export interface Spread {
  n: number
  p50: number
  p75: number
  p95: number
  max: number
  /** How many are in each bin, see `EDGES`. */
  bins: readonly number[]
}

/** `sorted` ascending; undefined when it is empty. */
export function spreadOf(sorted: Float64Array): Spread | undefined {
  const n = sorted.length
  const max = sorted[n - 1]
  if (max === undefined) return undefined
  const [p50, p75, p95] = [percentileOf(sorted, 50), percentileOf(sorted, 75), percentileOf(sorted, 95)]
  let below = 0
  const bins = [...EDGES, Number.POSITIVE_INFINITY].map((edge) => {
    const before = below
    below = edge === Number.POSITIVE_INFINITY ? n : placeOf(sorted, edge, 0)
    return below - before
  })
  return { n, p50, p75, p95, max, bins }
}
