/** The columns of the log as a person wants them: which, in which order, how wide. Remembered. */
import type { ReadonlySignal } from '@preact/signals'
import { COLUMNS } from '../../core/columns/columns.ts'
import {
  asColumns,
  type ChosenColumn,
  chosen,
  columnNamed,
  FIRST_COLUMNS,
  NAME,
  widthWithin,
} from './chosen-columns.ts'
import { type Store as Storage, setting } from './settings.ts'

export interface Columns {
  /** In the order in which they stand. */
  chosen: ReadonlySignal<readonly ChosenColumn[]>
  /** Shows a column for good, where it stands in the registry. */
  keep(id: string): void
  hide(id: string): void
  /** Puts a column before another one; at the end where there is none. */
  move(id: string, before: string | undefined): void
  /** px by id. */
  size(widths: ReadonlyMap<string, number>): void
  /** As they were at first. */
  reset(): void
}

export function createColumns(storage: Storage): Columns {
  const columns = setting(storage, 'columns', FIRST_COLUMNS, asColumns)

  return {
    chosen: columns,
    keep(id) {
      const column = columnNamed(id)
      if (!column) return
      const isThere = columns.value.some((each) => each.id === id)
      columns.value = isThere
        ? columns.value.map((each) => (each.id === id ? { ...each, isKept: true } : each))
        : columns.value.toSpliced(placeFor(id, columns.value), 0, chosen(column, true))
    },
    hide(id) {
      if (id !== NAME) columns.value = columns.value.filter((each) => each.id !== id)
    },
    move(id, before) {
      const moved = columns.value.find((each) => each.id === id)
      if (!moved || id === before) return
      const others = columns.value.filter((each) => each !== moved)
      const place = others.findIndex((each) => each.id === before)
      columns.value = others.toSpliced(place < 0 ? others.length : place, 0, moved)
    },
    size(widths) {
      columns.value = columns.value.map((each) => {
        const [column, width] = [columnNamed(each.id), widths.get(each.id)]
        return column && width !== undefined ? { ...each, width: widthWithin(column, width) } : each
      })
    },
    reset() {
      columns.value = FIRST_COLUMNS
    },
  }
}

/** Behind the nearest of those that stand before it in the registry. */
function placeFor(id: string, among: readonly ChosenColumn[]): number {
  const registry = COLUMNS.map((column) => column.id)
  const earlier = new Set(registry.slice(0, registry.indexOf(id)))
  return among.findLastIndex((each) => earlier.has(each.id)) + 1
}
