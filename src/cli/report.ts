/** What a command found, as data that every format writes in its own way. Types only. */
import type { Place } from '../contract/parse-contract.ts'

export interface Report {
  command: 'check' | 'compare'
  /** One for each recording that was judged. */
  suites: Suite[]
  /** Clauses of the contract that no row of any of them speaks of: `undecided`, or `broken` where that shall fail. */
  unseen: Finding[]
}

export interface Suite {
  /** The recording's path, as it was given. */
  recording: string
  /** What it was held against: a contract's path, or another recording's. */
  against: string
  rows: number
  findings: Finding[]
  /** What was looked at and found in order, in words. */
  held: string[]
  /** What of the recording could not be read. */
  damage: string[]
}

export interface Finding {
  /** `broken` makes the command fail, `noted` is worth a look, `undecided` is what the recording does not hold enough of to say. */
  weight: 'broken' | 'noted' | 'undecided'
  /** Stable, for machines: `clauses[3].patches`, `rerender-appeared`. */
  rule: string
  /** One sentence for a person. */
  says: string
  /** Who asked, in words; absent when nobody is known to have. */
  trigger?: string
  /** The rows to look at: recordings and ids, the first that matters first. */
  rows: { recording: string; id: string }[]
  /** How many rows there are, where not all are named. */
  count: number
  /** Where the contract wants something else. */
  place?: Place & { file: string }
}
