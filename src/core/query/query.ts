/** What the text in the filter asks for, once it is read. Types only. */
import type { Exchange } from '../exchange.ts'

/** Whether a row is found. Never throws, and remembers nothing from row to row. */
export type Test = (row: Exchange) => boolean

/** A part of the text, in code units: `from` is in it, `to` is the first that is not. */
export interface Place {
  from: number
  to: number
}

/** What could not be read, where it stands, and what would be right. */
export interface Problem extends Place {
  says: string
  /** What could stand there in its place. */
  instead?: string
}

/** One condition; a row must meet them all. */
export interface Term extends Place {
  /** Negation is in it. */
  test: Test
  /** What it reads of a row: its own fields, or text of any length. */
  reads: 'fields' | 'payload'
  /** As it was typed. */
  typed: string
  /** What it looks for as text; absent where it looks for anything else, or excludes it. */
  sought?: string
}

export interface Query {
  terms: readonly Term[]
  problems: readonly Problem[]
}
