/** Filters a growing list again and again, at the price of what changed: rows keep their identity, so the common beginning is kept. */
import type { Exchange } from '../../core/exchange.ts'
import { partitionPoint } from '../../core/partition-point.ts'

type Test = (row: Exchange) => boolean

/** One filter with a memory of its last answer. Without a test the rows themselves are the answer. `narrows`: whether the new test finds only what the last one has found. */
export function createRefilter(
  narrows?: (before: Test) => boolean,
): (rows: readonly Exchange[], test?: Test) => readonly Exchange[] {
  let lastRows: readonly Exchange[] = []
  let lastTest: Test | undefined
  let kept: readonly Exchange[] = []
  /** Where each kept row stands in `lastRows`. */
  let places: number[] = []

  return (rows, test) => {
    if (!test) return rows
    if (rows === lastRows && test === lastTest) return kept
    const isSame = test === lastTest
    const isWithin = isSame || (lastTest !== undefined && narrows?.(lastTest) === true)
    const same = isWithin ? commonLength(lastRows, rows) : 0
    const standing = countBelow(places, same)
    const next = kept.slice(0, standing)
    places = places.slice(0, standing)
    if (!isSame && standing > 0) ask(next, places, test)
    for (let place = same; place < rows.length; place++) {
      const row = rows[place]
      if (!row || !test(row)) continue
      next.push(row)
      places.push(place)
    }
    lastRows = rows
    lastTest = test
    kept = next
    return kept
  }
}

/** Leaves in both only what passes the test. */
function ask(rows: Exchange[], places: number[], test: Test): void {
  let count = 0
  for (const [at, row] of rows.entries()) {
    if (!test(row)) continue
    rows[count] = row
    places[count] = places[at] ?? 0
    count += 1
  }
  rows.length = count
  places.length = count
}

/** How many rows both lists begin with. */
export function commonLength(before: readonly Exchange[], after: readonly Exchange[]): number {
  const length = Math.min(before.length, after.length)
  let same = 0
  while (same < length && before[same] === after[same]) same += 1
  return same
}

function countBelow(places: readonly number[], limit: number): number {
  return partitionPoint(0, places.length, (place) => (places[place] ?? 0) < limit)
}
