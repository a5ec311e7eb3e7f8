/** What a contract is: clauses, each saying of which exchanges something must stay true. Types only. */
import type { Gesture } from '../compare/trigger-words.ts'
import type { Kind, Render, Transport } from '../exchange.ts'

export const CONTRACT_VERSION = 1

/** A name with its kind; any kind where none is said. */
export interface Asked {
  kind?: Kind
  name: string
}

/** Of which exchanges a clause speaks: those that fit all that it says. One that says nothing speaks of the whole log. */
export interface Subject {
  trigger?: Gesture
  exchange?: Asked
  view?: string
}

export interface Count {
  limit: 'exactly' | 'at most'
  n: number
  /** One event of the user, or any stretch of so many ms. */
  per: 'event' | number
}

/** What is expected; a part that is absent expects nothing. */
export interface Wants {
  /** Nothing else may be asked. */
  only?: Asked[]
  count?: Count[]
  render?: Render[]
  /** At most so many per exchange. */
  patches?: number
  nodes?: number
  /** ms from the beginning of an exchange to the last that was seen of its first answer. */
  p95?: number
  transport?: Transport[]
  errors?: 'none'
  /** The names of pushes that may come. */
  pushes?: string[]
}

/** Where a clause came from: a recording's name, and a few rows that show it. */
export interface Origin {
  recording?: string
  rows: string[]
}

export interface Clause {
  of: Subject
  wants: Wants
  from?: Origin
}

export interface Contract {
  version: typeof CONTRACT_VERSION
  clauses: Clause[]
}

/** `path` is where in the data, as in `clauses[3].patches`. */
export interface Problem {
  path: string
  says: string
}
