/** What a trait is: something about the rows of a group that is the same every time, until a change of the code changes it. Types only. */
import type { Exchange } from '../exchange.ts'
import type { ChangeKind } from './finding.ts'

/** What was seen once, and in which rows. */
export interface Sample {
  value: string
  rows: readonly Exchange[]
}

export interface Trait {
  /** Rows that do not say are left out. */
  samples(rows: readonly Exchange[]): Sample[]
  /** Which change it is when these values became those; each list without doubles, never empty. */
  change(before: readonly string[], after: readonly string[]): ChangeKind
}
