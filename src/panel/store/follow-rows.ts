/** Tells of rows as they come and change, from now on. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Exchange } from '../../core/exchange.ts'
import { type Log, rowsOf } from '../../core/log.ts'
import { commonLength } from '../../core/row-changes.ts'

export interface FollowDeps {
  log: ReadonlySignal<Log>
  /** By frame: a row of any other document has no page any more. */
  documents: ReadonlySignal<ReadonlyMap<number, string>>
}

/** Costs as much as changes, and a look at where the list of rows begins to differ. */
export function followRows(
  { log, documents }: FollowDeps,
  hear: (rows: readonly Exchange[]) => void,
  stop: AbortSignal,
): void {
  let last = rowsOf(log.peek())
  const end = effect(() => {
    const rows = rowsOf(log.value)
    const from = commonLength(last, rows)
    last = rows
    const alive = new Set(documents.peek().values())
    const changed = rows.slice(from).filter(({ doc }) => alive.has(doc))
    if (changed.length > 0) hear(changed)
  })
  stop.addEventListener('abort', end)
}
