/** Which columns of the log there are at first, and how a choice of them is read from what was stored. */
import type { Column } from '../../core/columns/column.ts'
import { COLUMNS } from '../../core/columns/columns.ts'
import { isRecord } from '../../core/is-record.ts'

export interface ChosenColumn {
  id: string
  /** px; what is left over, or missing, is shared in proportion. */
  width: number
  /** Somebody asked for it, so it does not give way where there is little room. */
  isKept: boolean
}

/** No row is without it. */
export const NAME = 'name'

/** Beside the name and the verdict, in the order in which they give way: what the verdict says too, then what the details say better. */
export const GIVING_WAY = ['view', 'patches', 'sent', 'received', 'waterfall', 'time', 'status'] as const

const FIRST: ReadonlySet<string> = new Set([NAME, 're-render', ...GIVING_WAY])

export const FIRST_COLUMNS: readonly ChosenColumn[] = COLUMNS.filter(({ id }) => FIRST.has(id)).map(
  (column) => chosen(column, false),
)

/** px; wider than any screen is of no use, and would be hard to take back. */
export const WIDEST = 2000

const BY_ID: ReadonlyMap<unknown, Column> = new Map(COLUMNS.map((column) => [column.id, column]))

export function columnNamed(id: unknown): Column | undefined {
  return BY_ID.get(id)
}

export function chosen({ id, width }: Column, isKept: boolean): ChosenColumn {
  return { id, width: width.normal, isKept }
}

/** Whole px, and never so narrow that the edge could not be grasped. */
export function widthWithin({ width: { least } }: Column, width: number): number {
  return Math.round(Math.max(least, Math.min(WIDEST, width)))
}

/** Columns that this edition does not know are left out, and so is whatever else makes no sense. */
export function asColumns(stored: unknown): readonly ChosenColumn[] | undefined {
  if (!Array.isArray(stored)) return undefined
  const read = new Map<string, ChosenColumn>()
  for (const each of stored) {
    const column = isRecord(each) ? columnNamed(each['id']) : undefined
    if (!column || read.has(column.id)) continue
    const { width, isKept } = each
    read.set(column.id, {
      id: column.id,
      width: Number.isFinite(width) ? widthWithin(column, width) : column.width.normal,
      isKept: isKept === true,
    })
  }
  return read.has(NAME) ? [...read.values()] : undefined
}
