/** Fetches what sorts rows when a column is first asked for: a log is shown in time order without it. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { RowSorter } from '../../core/columns/row-sorter.ts'

const fetched = signal<() => RowSorter>()

/** Undefined until it has come. */
export const rowSorter: ReadonlySignal<(() => RowSorter) | undefined> = fetched

/** Rejects when it cannot be had, as when the extension was replaced while the panel stood open. */
export async function fetchRowSorter(): Promise<void> {
  const { createRowSorter } = await import('../../core/columns/row-sorter.ts')
  fetched.value = createRowSorter
}
