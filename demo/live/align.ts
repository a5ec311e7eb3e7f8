/** Pairs the items of two lists in order, so that the sum of the pairs' scores is the greatest. */

/**
 * @param score how well two items fit: 0 when they must not be paired
 * @returns index pairs, both indices rising
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  score: (a: T, b: T) => number,
): [number, number][] {
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const scoreAt = (i: number, j: number) => score(before[i] as T, after[j] as T)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const fit = scoreAt(i, j)
      const paired = fit > 0 ? fit + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < before.length && j < after.length) {
    const fit = scoreAt(i, j)
    if (fit > 0 && at(i, j) === fit + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}
