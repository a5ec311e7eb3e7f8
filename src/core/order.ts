/** The order of the log over all documents: wall time, then document, then seq. */
import type { Exchange } from './exchange.ts'
import { partitionPoint } from './partition-point.ts'

export type Compare = (a: Exchange, b: Exchange) => number

/** `origins` is the epoch ms of each document's clock; an unknown one counts as 0. */
export function byTime(origins: ReadonlyMap<string, number>): Compare {
  return (a, b) => {
    if (a.doc === b.doc) return a.at - b.at || a.seq - b.seq
    // Each sum is rounded by itself: subtracting all four at once would not give the same order both ways round.
    const wallA = (origins.get(a.doc) ?? 0) + a.at
    const wallB = (origins.get(b.doc) ?? 0) + b.at
    return wallA - wallB || (a.doc < b.doc ? -1 : 1)
  }
}

/** The place of the first row that is not before `row`. */
export function placeOf(rows: readonly Exchange[], row: Exchange, compare: Compare): number {
  return partitionPoint(0, rows.length, (place) => {
    const other = rows[place]
    return other !== undefined && compare(other, row) < 0
  })
}

/** Sorted rows and more sorted rows in one new list. Nearly always they simply follow: a list of 100,000 is then copied as a whole, once. */
export function merged(rows: readonly Exchange[], born: readonly Exchange[], compare: Compare): Exchange[] {
  const [first] = born
  const place = first ? placeOf(rows, first, compare) : rows.length
  if (place === rows.length) return rows.concat(born)
  return rows.slice(0, place).concat([...rows.slice(place), ...born].sort(compare))
}
