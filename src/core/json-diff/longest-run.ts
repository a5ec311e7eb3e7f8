/** The longest common subsequence of two arrays, as the longest rising run of places at which they agree. */
import { partitionPoint } from '../partition-point.ts'

/** Places in the first array and in the second. */
export interface Pair {
  was: number
  is: number
}

interface Link extends Pair {
  before: Link | undefined
}

/** Equal pairs that are weighed; each costs a search and a link. */
const PAIRS = 250_000

/**
 * `items` begin at `head` in the first array; `places`, ascending, are those of each in the second. After Hunt and Szymanski (“A fast
 * algorithm for computing longest common subsequences”, CACM 20, 1977): nearly linear where items differ from each other. Where there
 * are more than 250,000 equal pairs an item is weighed against the nearest of its equals only: what comes is common and
 * in order, but maybe not the longest.
 */
export function longestRun<T>(
  items: readonly T[],
  places: ReadonlyMap<T, readonly number[]>,
  head: number,
): { run: Pair[]; isCut: boolean } {
  const pairs = items.reduce((sum, item) => sum + (places.get(item)?.length ?? 0), 0)
  const share = pairs > PAIRS ? Math.ceil(PAIRS / items.length) : pairs
  /** By length of run: the end of the one that ends soonest. */
  const ends: Link[] = []
  for (const [index, item] of items.entries()) {
    const was = head + index
    const all = places.get(item) ?? []
    const nearest = partitionPoint(0, all.length, (place) => (all[place] ?? 0) < was)
    const first = Math.max(0, Math.min(nearest - (share >> 1), all.length - share))
    // Descending, so that no run takes two places of one item.
    for (let at = Math.min(first + share, all.length) - 1; at >= first; at--) {
      const is = all[at] ?? 0
      const length = partitionPoint(0, ends.length, (end) => (ends[end]?.is ?? 0) < is)
      ends[length] = { was, is, before: ends[length - 1] }
    }
  }
  const run: Pair[] = []
  for (let link = ends.at(-1); link; link = link.before) run.push({ was: link.was, is: link.is })
  return { run: run.reverse(), isCut: pairs > PAIRS }
}
