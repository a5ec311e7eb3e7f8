/** The menu of the columns: which are shown, where one stands, and how it was at first, their order and that of the rows. */
import { COLUMNS } from '../../core/columns/columns.ts'
import { NAME } from '../store/chosen-columns.ts'
import type { Columns } from '../store/columns.ts'
import type { Order } from '../store/order.ts'
import type { DrawnColumn } from './fit-columns.ts'
import { openMenu } from './menu.tsx'
import type { MenuGroup, MenuItem } from './menu-items.tsx'
import { type Box, boxOf } from './place-beside.ts'

export interface ColumnMenuOptions {
  columns: Columns
  order: Order
  /** Those there is room for, while no details lie beside the log. */
  roomy: () => readonly DrawnColumn[]
  owner: HTMLElement
  /** The column that can be moved, and what asked for the menu on its header. */
  on?: { column: string; event: MouseEvent }
}

export function openColumnMenu({ columns, order, roomy, owner, on }: ColumnMenuOptions): Promise<void> {
  const at: Box = on ? boxOf(on.event, owner) : owner.getBoundingClientRect()
  const groups = () => groupsOf(columns, order, roomy(), on?.column)
  return openMenu({ label: 'Columns', groups, at, owner })
}

function groupsOf(
  columns: Columns,
  order: Order,
  drawn: readonly DrawnColumn[],
  of: string | undefined,
): MenuGroup[] {
  const moves = of === undefined ? [] : movesOf(columns, drawn, of)
  return [
    ...(moves.length > 0 ? [{ items: moves }] : []),
    { items: togglesOf(columns, drawn) },
    {
      items: [
        { title: 'Reset columns', run: () => columns.reset() },
        // A column may sort the rows and not be drawn.
        ...(order.sort.value ? [{ title: 'Reset sorting', says: BY_TIME, run: () => order.reset() }] : []),
      ],
    },
  ]
}

const BY_TIME = 'In the order in which they began'

function movesOf(columns: Columns, drawn: readonly DrawnColumn[], of: string): MenuItem[] {
  const ids = drawn.map(({ column }) => column.id)
  const place = ids.indexOf(of)
  return [
    ...(place > 0 ? [{ title: 'Move left', run: () => columns.move(of, ids[place - 1]) }] : []),
    ...(place >= 0 && place < ids.length - 1
      ? [{ title: 'Move right', run: () => columns.move(of, ids[place + 2]) }]
      : []),
  ]
}

function togglesOf(columns: Columns, drawn: readonly DrawnColumn[]): MenuItem[] {
  const isDrawn = new Set(drawn.map(({ column }) => column.id))
  const isChosen = new Set(columns.chosen.value.map(({ id }) => id))
  return COLUMNS.map(({ id, title, says }) => ({
    title,
    says,
    checked: isChosen.has(id) ? isDrawn.has(id) || 'mixed' : false,
    ...(isChosen.has(id) && !isDrawn.has(id) ? { note: 'no room' } : {}),
    ...(id === NAME ? { why: 'It is always shown.' } : {}),
    run: () => (isDrawn.has(id) ? columns.hide(id) : columns.keep(id)),
  }))
}
