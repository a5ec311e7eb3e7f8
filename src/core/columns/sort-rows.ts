/** Puts rows in the order of a column. */
import type { Exchange } from '../exchange.ts'
import type { Log } from '../log.ts'
import { byTime, type Compare } from '../order.ts'
import { originsOf } from '../wall-time.ts'
import type { Column, Value } from './column.ts'

/** The words of `aria-sort`. */
export type Direction = 'ascending' | 'descending'

/** The rows that have one value, by start. */
interface Group {
  value: Value
  /** Of a text, without its case. */
  folded: Value
  rows: Exchange[]
}

/**
 * A total order, so the outcome does not depend on how `rows` stood: ascending, numbers come before texts; ties go by start and
 * what is not known is last in both directions. Texts go by code unit whatever their case, as in the Network panel, and not by a collator: that
 * orders by the browser's language and edition, so one recording would read differently on two machines, and it takes
 * texts that differ in what is not seen (bidi controls, zero widths) for the same.
 */
export function sortRows(
  rows: readonly Exchange[],
  column: Column,
  direction: Direction,
  log: Log,
): readonly Exchange[] {
  const unknown: Exchange[] = []
  const groups = new Map<Value, Group>()
  // Far fewer values are compared than there are rows, and rows that stand in time order already are only looked over.
  for (const row of rows.toSorted(byTime(originsOf(log)))) {
    const value = knownOf(column.valueOf(row, log))
    const group = groups.get(value)
    if (value === undefined) unknown.push(row)
    else if (group) group.rows.push(row)
    else groups.set(value, { value, folded: folded(value), rows: [row] })
  }
  const sign = direction === 'ascending' ? 1 : -1
  return [...groups.values()]
    .sort((a, b) => sign * (compare(a.folded, b.folded) || compare(a.value, b.value)))
    .flatMap((group) => group.rows)
    .concat(unknown)
}

/** The same order, between two rows. */
export function inOrderOf(column: Column, direction: Direction, log: Log): Compare {
  const earlier = byTime(originsOf(log))
  const sign = direction === 'ascending' ? 1 : -1
  return (a, b) => {
    const [left, right] = [knownOf(column.valueOf(a, log)), knownOf(column.valueOf(b, log))]
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || earlier(a, b)
    return sign * (compare(folded(left), folded(right)) || compare(left, right)) || earlier(a, b)
  }
}

function knownOf(value: Value): Value {
  return Number.isNaN(value) ? undefined : value
}

function folded(value: Value): Value {
  return typeof value === 'string' ? value.toLowerCase() : value
}

/** Infinities compare, and cannot be subtracted. */
function compare(a: Value, b: Value): number {
  if (a === b || a === undefined || b === undefined) return 0
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : 1
}
