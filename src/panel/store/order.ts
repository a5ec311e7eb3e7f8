/** In which order the rows stand: time, or that of a column. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Direction } from '../../core/columns/sort-rows.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { Log } from '../../core/log.ts'
import { columnNamed } from './chosen-columns.ts'
import { fetchRowSorter, rowSorter } from './fetch-row-sorter.ts'

export interface Sort {
  /** The id of a column. */
  column: string
  direction: Direction
}

export interface Order {
  /** Undefined for time order, in which rows join at the end. */
  sort: ReadonlySignal<Sort | undefined>
  /** What is to be seen, in that order. */
  rows: ReadonlySignal<readonly Exchange[]>
  /** By this column: ascending, then descending, then by time again. */
  turn(column: string): void
}

const NEXT = { ascending: 'descending', descending: undefined } as const

export function createOrder(visible: ReadonlySignal<readonly Exchange[]>, log: ReadonlySignal<Log>): Order {
  const sort: Signal<Sort | undefined> = signal()
  const sortAgain = computed(() => rowSorter.value?.())
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
  }
}
