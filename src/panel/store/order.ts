/** In which order the rows stand: time, or that of a column. Remembered. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { createRowSorter } from '../../core/columns/row-sorter.ts'
import type { Direction } from '../../core/columns/sort-rows.ts'
import type { Exchange } from '../../core/exchange.ts'
import { isRecord } from '../../core/is-record.ts'
import type { Log } from '../../core/log.ts'
import { columnNamed } from './chosen-columns.ts'
import { type Store as Storage, setting } from './settings.ts'

export interface Sort {
  /** The id of a column. */
  column: string
  direction: Direction
}

export interface Order {
  /** Null for time order, in which rows join at the end. */
  sort: ReadonlySignal<Sort | null>
  /** What is to be seen, in that order. */
  rows: ReadonlySignal<readonly Exchange[]>
  /** By this column: ascending, then descending, then by time again. */
  turn(column: string): void
  /** By time again. */
  reset(): void
}

const NEXT = { ascending: 'descending', descending: null } as const

export function createOrder(
  visible: ReadonlySignal<readonly Exchange[]>,
  log: ReadonlySignal<Log>,
  storage: Storage,
): Order {
  const sort = setting<Sort | null>(storage, 'sort', null, asSort)
  const sortAgain = createRowSorter()
  return {
    sort,
    rows: computed(() => {
      const column = columnNamed(sort.value?.column)
      if (!sort.value || !column) return visible.value
      return sortAgain(visible.value, column, sort.value.direction, log.value)
    }),
    turn(column) {
      const now = sort.value?.column === column ? sort.value.direction : undefined
      const direction = now ? NEXT[now] : 'ascending'
      sort.value = direction && { column, direction }
    },
    reset() {
      sort.value = null
    },
  }
}

function asSort(stored: unknown): Sort | undefined {
  if (!isRecord(stored)) return undefined
  const { direction } = stored
  const column = columnNamed(stored['column'])
  return column && (direction === 'ascending' || direction === 'descending')
    ? { column: column.id, direction }
    : undefined
}
