/** The Mann-Whitney U test (Wilcoxon's rank sum): do two samples come from one distribution? Two-sided. */
import { upperTail } from './normal.ts'

/** Up to so many values in both samples the distribution is counted out, ties and all. */
const EXACT = 40

/**
 * The probability, were both samples of one distribution, of ranks at least as far apart. Exact given the ties for up to 40 values
 * (Streitberg and Röhmel 1986); above, the normal approximation with the correction for ties and for continuity (Lehmann,
 * Nonparametrics, 1975, section 1.4). Neither sample may be empty.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const { ranks, rankSum, ties } = doubledRanks(a, b)
  const total = ranks.length
  // Doubled ranks are whole numbers, and so is the doubled mean of their sum.
  const distance = Math.abs(rankSum - a.length * (total + 1))
  if (distance === 0) return 1
  return total <= EXACT
    ? counted(ranks, a.length, distance)
    : approximated(a.length, b.length, ties, distance)
}

/** Twice the midrank of every value, in order, and their sum over a; and the sum of t³ − t over groups of t ties. */
function doubledRanks(a: readonly number[], b: readonly number[]) {
  const own = Float64Array.from(a).sort()
  const all = Float64Array.from([...a, ...b]).sort()
  const ranks = new Array<number>(all.length).fill(0)
  let rankSum = 0
  let ties = 0
  let seen = 0
  for (let begin = 0, end = 0; begin < all.length; begin = end) {
    const value = all[begin]
    while (end < all.length && all[end] === value) end += 1
    const rank = begin + end + 1
    ranks.fill(rank, begin, end)
    ties += (end - begin) ** 3 - (end - begin)
    for (; seen < own.length && own[seen] === value; seen++) rankSum += rank
  }
  return { ranks, rankSum, ties }
}

/** How many of all ways to pick `size` ranks have a sum at least so far from the mean: counted by rank, size and sum. */
function counted(ranks: readonly number[], size: number, distance: number): number {
  const whole = ranks.reduce((sum, rank) => sum + rank, 0)
  const width = whole + 1
  const ways = new Float64Array((size + 1) * width)
  ways[0] = 1
  for (const rank of ranks) {
    for (let picked = size; picked > 0; picked--) {
      const from = (picked - 1) * width
      const to = picked * width
      for (let sum = rank; sum <= whole; sum++)
        ways[to + sum] = (ways[to + sum] ?? 0) + (ways[from + sum - rank] ?? 0)
    }
  }
  const mean = size * (ranks.length + 1)
  let all = 0
  let far = 0
  for (let sum = 0; sum <= whole; sum++) {
    const count = ways[size * width + sum] ?? 0
    all += count
    if (Math.abs(sum - mean) >= distance) far += count
  }
  return far / all
}

function approximated(n: number, m: number, ties: number, distance: number): number {
  const total = n + m
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
  const z = (distance / 2 - 0.5) / Math.sqrt(variance)
  return Math.min(1, 2 * upperTail(Math.max(0, z)))
}
