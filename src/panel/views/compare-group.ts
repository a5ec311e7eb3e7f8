/** The part of a menu that sets an exchange beside another one. */
import type { Exchange } from '../../core/exchange.ts'
import { previousOf } from '../../core/previous.ts'
import type { Store } from '../store/store.ts'
import type { MenuGroup } from './menu-items.tsx'

export function compareGroup(
  { selection, rows }: Pick<Store, 'selection' | 'rows'>,
  row: Exchange,
): MenuGroup {
  const isKept = selection.kept.value?.id === row.id
  const previous = previousOf(rows.present.value, row)
  return {
    items: [
      {
        title: isKept ? 'Compare with it no more' : 'Keep it to compare another row with',
        run: () => selection.toggleKept(row.id),
      },
      {
        title: 'Compare with the one before',
        ...(previous ? {} : { why: 'It is the first of its kind, view and name.' }),
        run() {
          const { value: kept } = selection.kept
          if (kept) selection.toggleKept(kept.id)
          selection.select(row.id)
          selection.openDetails()
          selection.tab.value = 'compare'
        },
      },
    ],
  }
}
