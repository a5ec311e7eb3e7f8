/** How wide the buckets of a chart are. */

/** ms: what a person counts in. */
const ROUND = [
  10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000,
  1_800_000, 3_600_000, 7_200_000, 21_600_000, 86_400_000,
]
/** More points than this could not be told apart. */
export const MOST_BUCKETS = 60

/** The least round width, ms, in which so long a stretch of time, ms, fits into few buckets. */
export function bucketWidthOf(span: number): number {
  const least = span / (MOST_BUCKETS - 1)
  return ROUND.find((width) => width >= least) ?? 10 ** Math.ceil(Math.log10(least))
}
