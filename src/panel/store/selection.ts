/** Which row a person looks at, and what of it. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'

export type Tab = 'overview' | 'payload' | 'response' | 'patches' | 'timing'

export interface Selection {
  /** Where the selected row stands in the log as it is ordered; -1 when none is selected, or it is not to be seen. */
  index: ReadonlySignal<number>
  row: ReadonlySignal<Exchange | undefined>
  /** Whether its details are open. */
  open: ReadonlySignal<boolean>
  /** The tab last chosen; a row without it shows the overview. */
  tab: Signal<Tab>
  select(id: string): void
  openDetails(): void
  closeDetails(): void
}

export function createSelection(visible: ReadonlySignal<readonly Exchange[]>): Selection {
  const selected = signal<string>()
  const wanted = signal(false)
  let lastIndex = -1
  const index = computed(() => {
    const id = selected.value
    const rows = visible.value
    // Rows mostly join at the end, so it is mostly where it was.
    if (id === undefined) lastIndex = -1
    else if (rows[lastIndex]?.id !== id) lastIndex = rows.findIndex((row) => row.id === id)
    return lastIndex
  })
  const row = computed(() => visible.value[index.value])
  return {
    index,
    row,
    open: computed(() => wanted.value && row.value !== undefined),
    tab: signal<Tab>('overview'),
    select(id) {
      selected.value = id
    },
    openDetails() {
      wanted.value = true
    },
    closeDetails() {
      wanted.value = false
    },
  }
}
