/** Percentiles that were truly measured. */

/**
 * The smallest value that at least so many percent of all values do not exceed: definition 1 of Hyndman and Fan (“Sample
 * Quantiles in Statistical Packages”, The American Statistician 50, 1996), the nearest rank. The interpolating definitions, that
 * of NIST's handbook (7.2.6.2) among them, name durations that no exchange had; this one can always be shown as a row.
 * Percents are whole numbers, as 0.55 of 100 is more than 55 in binary. `sorted` ascending; NaN when it is empty.
 */
export function percentileOf(sorted: ArrayLike<number>, percent: number): number {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? Number.NaN
}
