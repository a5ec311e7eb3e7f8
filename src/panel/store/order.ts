/** In which order the rows stand: time, or that of a column. Remembered. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Direction } from '../../core/columns/sort-rows.ts'
import type { Exchange } from '../../core/exchange.ts'
import { isRecord } from '../../core/is-record.ts'
import type { Log } from '../../core/log.ts'
import { columnNamed } from './chosen-columns.ts'
import { fetchRowSorter, rowSorter } from './fetch-row-sorter.ts'
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
  const sortAgain = computed(() => rowSorter.value?.())
  // One that is remembered needs what sorts; until that has come, or if it cannot be had, time is the order.
  if (sort.peek()) fetchRowSorter().catch(() => {})
  return {
    sort,
    rows: computed(() => {
      const column = columnNamed(sort.value?.column)
      const again = sortAgain.value
      if (!sort.value || !column || !again) return visible.value
      return again(visible.value, column, sort.value.direction, log.value)
    }),
    turn(column) {
      const now = sort.value?.column === column ? sort.value.direction : undefined
      const direction = now ? NEXT[now] : 'ascending'
      // Without what sorts, nothing says that it is sorted.
      const turned = () => {
        sort.value = direction && { column, direction }
      }
      if (rowSorter.value) turned()
      else fetchRowSorter().then(turned, () => {})
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
