/** Filters a growing list again and again, at the price of what changed: rows keep their identity, so the common beginning is kept. */
import type { Exchange } from '../../core/exchange.ts'
import { partitionPoint } from '../../core/partition-point.ts'
import { commonLength } from '../../core/row-changes.ts'

type Test = (row: Exchange) => boolean

/** One filter with a memory of its last answer. Without a test the rows themselves are the answer. */
export function createRefilter(): (rows: readonly Exchange[], test?: Test) => readonly Exchange[] {
  let lastRows: readonly Exchange[] = []
  let lastTest: Test | undefined
  let kept: readonly Exchange[] = []
  /** Where each kept row stands in `lastRows`. */
  const places: number[] = []

  return (rows, test) => {
    if (!test) return rows
    if (rows === lastRows && test === lastTest) return kept
    const same = test === lastTest ? commonLength(lastRows, rows) : 0
    const standing = countBelow(places, same)
    const more: Exchange[] = []
    places.length = standing
    for (let place = same; place < rows.length; place++) {
      const row = rows[place]
      if (!row || !test(row)) continue
      more.push(row)
      places.push(place)
    }
    const stay = standing < kept.length ? kept.slice(0, standing) : kept
    if (more.length > 0 || stay !== kept) kept = stay.concat(more)
    lastRows = rows
    lastTest = test
    return kept
  }
}

/** How many of them, in ascending order, are below the limit. */
export function countBelow(places: readonly number[], limit: number): number {
  return partitionPoint(0, places.length, (place) => (places[place] ?? 0) < limit)
}
