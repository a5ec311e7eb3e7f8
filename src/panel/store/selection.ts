/** Which row a person looks at, and what of it. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'

export type Tab = 'overview' | 'why' | 'payload' | 'response' | 'patches' | 'compare' | 'timing'

export interface Selection {
  /** Where the selected row stands in the log as it is ordered; -1 when none is selected, or it is not to be seen. */
  index: ReadonlySignal<number>
  row: ReadonlySignal<Exchange | undefined>
  /** The row kept to compare the selected one with, when it is to be seen; it may be the selected one, until another is selected. */
  kept: ReadonlySignal<Exchange | undefined>
  /** Whether its details are open. */
  open: ReadonlySignal<boolean>
  /** The tab last chosen; a row without it shows the overview. */
  tab: Signal<Tab>
  select(id: string): void
  /** Keeps this row, and no other, to compare with; not any more when it is kept already. */
  toggleKept(id: string): void
  openDetails(): void
  closeDetails(): void
}

export function createSelection(visible: ReadonlySignal<readonly Exchange[]>): Selection {
  const selected = signal<string>()
  const kept = signal<string>()
  const wanted = signal(false)
  const index = indexIn(visible, selected)
  const keptIndex = indexIn(visible, kept)
  const row = computed(() => visible.value[index.value])
  return {
    index,
    row,
    kept: computed(() => visible.value[keptIndex.value]),
    open: computed(() => wanted.value && row.value !== undefined),
    tab: signal<Tab>('overview'),
    select(id) {
      selected.value = id
    },
    toggleKept(id) {
      kept.value = kept.value === id ? undefined : id
    },
    openDetails() {
      wanted.value = true
    },
    closeDetails() {
      wanted.value = false
    },
  }
}

function indexIn(
  visible: ReadonlySignal<readonly Exchange[]>,
  id: ReadonlySignal<string | undefined>,
): ReadonlySignal<number> {
  let last = -1
  return computed(() => {
    const wanted = id.value
    const rows = visible.value
    // Rows mostly join at the end, so it is mostly where it was.
    if (wanted === undefined) last = -1
    else if (rows[last]?.id !== wanted) last = rows.findIndex((row) => row.id === wanted)
    return last
  })
}
