/** What can be done with an exchange, as a menu. */
import type { Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'
import { compareGroup } from './compare-group.ts'
import { copyGroup } from './copy-group.ts'
import { openMenu } from './menu.tsx'
import { boxOf } from './place-beside.ts'

/** `event` asked for it, on the row's element. */
export function openRowMenu(
  store: Store,
  row: Exchange,
  owner: HTMLElement,
  event: MouseEvent | KeyboardEvent,
): Promise<void> {
  const at = boxOf(event, owner)
  return openMenu({
    label: `Actions for ${row.name}`,
    groups: () => [copyGroup(store, row), compareGroup(store, row)],
    owner,
    at,
  })
}

export function openCopyMenu(store: Store, row: Exchange, owner: HTMLElement): Promise<void> {
  const at = owner.getBoundingClientRect()
  return openMenu({ label: `Copy ${row.name}`, groups: () => [copyGroup(store, row)], owner, at })
}
