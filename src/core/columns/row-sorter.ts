/** Sorts a growing list again and again, at the price of what changed: rows that stand in order need not be sorted anew. */
import type { Exchange } from '../exchange.ts'
import type { Log } from '../log.ts'
import { type Compare, placeOf } from '../order.ts'
import { partitionPoint } from '../partition-point.ts'
import { changesBetween } from '../row-changes.ts'
import { isSame } from '../same.ts'
import { originsOf } from '../wall-time.ts'
import type { Column } from './column.ts'
import { type Direction, inOrderOf, sortRows } from './sort-rows.ts'

export type RowSorter = (
  rows: readonly Exchange[],
  column: Column,
  direction: Direction,
  log: Log,
) => readonly Exchange[]

interface Sorted {
  rows: readonly Exchange[]
  column: Column
  direction: Direction
  origins: readonly [string, number][]
  order: readonly Exchange[]
  /** How many have a value. */
  known: number
}

/** So many rows, or one in so many, are put where they belong one by one; where more are new, sorting all of them costs less. */
const FEW = 16
const SHARE = 100

/** One list with a memory of its last order, which is that of `sortRows`. */
export function createRowSorter(): RowSorter {
  let last: Sorted | undefined
  return (rows, column, direction, log) => {
    const origins = [...originsOf(log)]
    const isLike = last?.column === column && last.direction === direction && isSame(last.origins, origins)
    const order = (isLike && last && resorted(last, rows, log)) || sortRows(rows, column, direction, log)
    const isKnown = (place: number) => valueAt(order, place, column, log) !== undefined
    last = { rows, column, direction, origins, order, known: partitionPoint(0, order.length, isKnown) }
    return order
  }
}

/** Undefined where sorting anew costs less, or rows do not stand where they did. */
function resorted(last: Sorted, rows: readonly Exchange[], log: Log): readonly Exchange[] | undefined {
  const { column, direction, order, known } = last
  const { come, gone } = changesBetween(last.rows, rows)
  // What had a value keeps it, for what is later comes later; what had none, and is last for that, may have one by now.
  const late = column.isOpen
    ? new Set(order.slice(known).filter((_, at) => valueAt(order, known + at, column, log) !== undefined))
    : NONE
  if (come.length + late.size > Math.max(FEW, rows.length / SHARE)) return undefined
  const left = new Set(gone)
  const standing = late.size === 0 ? order : order.filter((row) => !late.has(row))
  return changed(
    standing,
    gone.filter((row) => !late.has(row)),
    [...come, ...[...late].filter((row) => !left.has(row))],
    inOrderOf(column, direction, log),
  )
}

const NONE: ReadonlySet<Exchange> = new Set()

function valueAt(order: readonly Exchange[], place: number, column: Column, log: Log) {
  const row = order[place]
  return row && column.valueOf(row, log)
}

function changed(
  order: readonly Exchange[],
  gone: readonly Exchange[],
  come: readonly Exchange[],
  compare: Compare,
): readonly Exchange[] | undefined {
  const next = order.slice()
  for (const row of gone) {
    const place = placeOf(next, row, compare)
    if (next[place] !== row) return undefined
    next.splice(place, 1)
  }
  for (const row of come) next.splice(placeOf(next, row, compare), 0, row)
  return next
}
