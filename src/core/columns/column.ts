/** What a column of the log is: what it says of a row, and how rows are put in its order. Types only. */
import type { Exchange } from '../exchange.ts'
import type { Log } from '../log.ts'

/** What a column sorts by: a number as a number, a text as a text; undefined where it is not known. */
export type Value = number | string | undefined

export interface Column {
  /** As it is remembered, and as the stylesheet knows it. */
  id: string
  title: string
  /** One sentence for the tooltip of the header. */
  says: string
  align: 'start' | 'end'
  /** px. */
  width: { normal: number; least: number }
  /** `log` holds all rows, whatever the filter: the next re-render may be hidden, and the start needs the document's clock. */
  valueOf(row: Exchange, log: Log): Value
  /** What comes later may change the value of a row that stays as it is. */
  isOpen?: true
  /** As the cell reads; empty where there is nothing to say. */
  textOf(row: Exchange, log: Log): string
}
