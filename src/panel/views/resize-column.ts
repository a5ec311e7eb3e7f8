/** What becomes of the widths when the edge of a column is moved. */

export interface MeasuredColumn {
  id: string
  /** px. */
  width: number
  least: number
}

/**
 * The new widths of those that change, px by id. Where columns share the room, those to the right give what this one takes,
 * the nearest first, as far as they can, and the nearest has what this one leaves; otherwise nothing but this one changes.
 */
export function resizeColumn(
  columns: readonly MeasuredColumn[],
  id: string,
  wanted: number,
  isShared: boolean,
): Map<string, number> {
  const place = columns.findIndex((column) => column.id === id)
  const column = columns[place]
  if (!column) return new Map()
  const width = Math.max(column.least, wanted)
  if (!isShared) return new Map([[id, width]])
  const widths = new Map(columns.map((each) => [each.id, each.width]))
  let owed = width - column.width
  for (const other of columns.slice(place + 1)) {
    const given = Math.min(owed, other.width - other.least)
    widths.set(other.id, other.width - given)
    owed -= given
    if (owed <= 0) break
  }
  return widths.set(id, width - owed)
}
