/** What a key of the filter is: how it reads its value, and what it offers to complete it with. */
import type { Body } from '../../protocol/facts.ts'
import type { Exchange } from '../exchange.ts'
import type { Test } from './query.ts'

/** What a key makes of a value: a test, or why it cannot, as a sentence, and what could stand there in its place. */
export type Reading = Test | { wrong: string; instead?: string }

/** A value worth offering although it may not occur in the log. */
export interface Choice {
  value: string
  says: string
}

export interface Key {
  /** As it is typed, without its colon. */
  name: string
  /** For the list of completions, in a few words. */
  says: string
  reads: 'fields'
  read(value: string): Reading
  choices: readonly Choice[]
  /** The values under which a row is found. */
  valuesOf?(row: Exchange): readonly string[]
}

/** A key that is followed by a way into JSON: `param.user.name`. */
export interface PathKey {
  /** What stands before the first dot. */
  name: string
  says: string
  reads: 'payload'
  /** What is parsed. */
  bodiesOf(row: Exchange): readonly Body[]
  /** What the paths lead into, parsed anew each time; empty when nothing can be read. */
  rootsOf(row: Exchange): readonly unknown[]
}
