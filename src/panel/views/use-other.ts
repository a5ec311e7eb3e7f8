/** What a row is compared with: the one a person keeps for that, or else the one of its name before it. */
import { useMemo } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { previousOf } from '../../core/previous.ts'
import type { Store } from '../store/store.ts'

export function useOther({ selection, rows }: Store, row: Exchange): Exchange | undefined {
  // What came before a row does not change while it is looked at, and looking for it is as long as the log.
  const previous = useMemo(() => previousOf(rows.present.peek(), row), [row.id])
  const kept = selection.kept.value
  return kept && kept.id !== row.id ? kept : previous
}
