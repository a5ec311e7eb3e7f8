/** What an expectation is: one key of a clause, everything about it in one file. Types only. */
import type { Exchange } from '../exchange.ts'
import type { Contract, Wants } from './contract.ts'
import type { Judge } from './judge.ts'

export interface Breach {
  /** The first row that breaks it, the ids of the first thousand, and how many there are. */
  first: Exchange
  ids: string[]
  count: number
  /** What the first of them did instead: `went over ws`. */
  saw: string
  /** Too few rows to be sure. */
  isUndecided?: true
}

export interface Expectation {
  key: keyof Wants
  /** How a person writes it, to be shown where something else was written. */
  example: string
  /** Undefined when the value cannot be read. */
  read(value: unknown): Wants | undefined
  /** What `read` reads; undefined when nothing is expected. */
  write(wants: Wants): unknown
  /** `contract`: the one that the clause stands in. */
  judge(wants: Wants, contract: Contract): Judge
  /** What is true of these rows; nothing when they do not say. */
  infer(rows: readonly Exchange[]): Wants
  /** What is still true of what was expected and broken; nothing when nothing is left. */
  widen(wants: Wants, rows: readonly Exchange[]): Wants
  /** Why both cannot hold of the same exchanges. */
  clash(one: Wants, other: Wants): string | undefined
}
