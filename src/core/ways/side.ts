/** One side of Both ways after a run: the rows of its page, and what the studio saw while it pressed the keys. Types only. */
import type { Exchange } from '../exchange.ts'

export interface Side {
  /** Of this run only, in time order. */
  rows: readonly Exchange[]
  played: Played
}

/** What was done to the side's field, on the clock of its document. */
export interface Played {
  /** When the first key was pressed, ms. */
  from: number
  /** When each key was pressed, ms after the first. */
  keys: readonly number[]
  /** Keys that found the field without the focus, and so went nowhere. */
  missed: number
  /** What was typed, and what stood in the field at the end. */
  typed: string
  found: string
  /** Which answer the list showed, one after the other: the number of the search that it answered. */
  shown: readonly number[]
}
