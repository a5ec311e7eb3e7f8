/** Which items of two arrays are the same: those that keep their order, and those that moved among them. */
import { longestRun, type Pair } from './longest-run.ts'

export interface Alignment {
  /** Ascending in both arrays. */
  kept: readonly Pair[]
  /** Equal, and out of order. */
  moved: readonly Pair[]
  /** Not all equal pairs were weighed. */
  isCut: boolean
}

/** Items are the same when their tokens are. */
export function align<T>(before: readonly T[], after: readonly T[]): Alignment {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const longest = Math.min(before.length, after.length) - head
  while (tail < longest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const middle = before.slice(head, before.length - tail)
  const places = placesOf(after, head, after.length - tail)
  const { run, isCut } = longestRun(middle, places, head)
  return {
    kept: [
      ...Array.from({ length: head }, (_, place) => ({ was: place, is: place })),
      ...run,
      ...Array.from({ length: tail }, (_, place) => ({
        was: before.length - tail + place,
        is: after.length - tail + place,
      })),
    ],
    moved: movedOf(middle, places, head, run),
    isCut,
  }
}

/** Where each token stands, ascending. */
function placesOf<T>(tokens: readonly T[], from: number, to: number): Map<T, number[]> {
  const places = new Map<T, number[]>()
  for (const [index, token] of tokens.slice(from, to).entries()) {
    const known = places.get(token)
    if (known) known.push(from + index)
    else places.set(token, [from + index])
  }
  return places
}

/** What is left over of a token on both sides, in order. */
function movedOf<T>(
  middle: readonly T[],
  places: ReadonlyMap<T, readonly number[]>,
  head: number,
  run: readonly Pair[],
): Pair[] {
  const taken = new Set(run.map(({ is }) => is))
  const stayed = new Set(run.map(({ was }) => was))
  const left = new Map<T, number[]>()
  for (const [token, all] of places) left.set(token, all.filter((place) => !taken.has(place)).reverse())
  const moved: Pair[] = []
  for (const [index, token] of middle.entries()) {
    const was = head + index
    const is = stayed.has(was) ? undefined : left.get(token)?.pop()
    if (is !== undefined) moved.push({ was, is })
  }
  return moved
}
