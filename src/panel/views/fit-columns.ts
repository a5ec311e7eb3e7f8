/** Which of the chosen columns the room is enough for, and how they share it. */
import type { Column } from '../../core/columns/column.ts'
import { type ChosenColumn, columnNamed, GIVING_WAY, NAME } from '../store/chosen-columns.ts'

export interface DrawnColumn {
  column: Column
  /** px, or its part of the room where they share it. */
  width: number
}

export interface ColumnFit {
  drawn: readonly DrawnColumn[]
  /** They share the room, and one grows at the cost of others; otherwise each has its own width, and the log scrolls sideways. */
  isShared: boolean
}

/** `room` is the width of the log, px; 0 where nobody measured. */
export function fitColumns(chosen: readonly ChosenColumn[], room: number): ColumnFit {
  let drawn = chosen.flatMap(({ id, width, isKept }) => {
    const column = columnNamed(id)
    return column ? [{ column, width, isKept }] : []
  })
  if (room === 0) return { drawn, isShared: true }
  for (const id of GIVING_WAY) {
    if (sumOf(drawn, comfortable) <= room) break
    drawn = drawn.filter(({ column, isKept }) => isKept || column.id !== id)
  }
  return { drawn, isShared: sumOf(drawn, ({ column }) => column.width.least) <= room }
}

/** All that is drawn of the log while details lie beside it. */
export function onlyName(chosen: readonly ChosenColumn[]): ColumnFit {
  return fitColumns(
    chosen.filter(({ id }) => id === NAME),
    0,
  )
}

/** For `grid-template-columns`. */
export function templateOf({ drawn, isShared }: ColumnFit): string {
  return drawn
    .map(({ column, width }) => (isShared ? `minmax(${column.width.least}px, ${width}fr)` : `${width}px`))
    .join(' ')
}

/** The least width of a row, px. */
export function leastWidthOf({ drawn, isShared }: ColumnFit): number {
  return isShared ? 0 : sumOf(drawn, ({ width }) => width)
}

/** What a column wants of the room, whatever a person made of its width: else one would vanish while another is drawn wider. */
function comfortable({ column: { width } }: DrawnColumn): number {
  return (width.normal + width.least) / 2
}

function sumOf<T>(columns: readonly T[], width: (column: T) => number): number {
  return columns.reduce((sum, column) => sum + width(column), 0)
}
