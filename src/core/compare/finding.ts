/** What a comparison finds, as data; `sentences.ts` says it. Types only. */
import type { GroupName } from './group.ts'
import type { Estimate } from './location.ts'
import type { MeasureName } from './measures.ts'

/** In the order in which they are told. */
export type ChangeKind =
  | 'kind-changed'
  | 'rerender-appeared'
  | 'rerender-vanished'
  | 'push-appeared'
  | 'error-appeared'
  | 'count-changed'
  | 'pause-vanished'
  | 'times-changed'
  | 'transport-changed'
  | 'render-changed'
  | 'error-changed'
  | 'error-vanished'
  | 'pause-appeared'
  | 'group-appeared'
  | 'group-vanished'
  | 'push-vanished'

/** How often which value was seen, the most frequent first. */
export interface Seen {
  n: number
  values: [value: string, count: number][]
}

interface Told {
  /** As it is called after; or before, when it is no more. */
  group: GroupName
  /** How it was called before, where that differs. */
  was?: GroupName
  /** The ids of the rows to look at, before and after. */
  rows: [before: string[], after: string[]]
  /** One sentence for a reviewer. */
  says: string
}

/** Something is another thing now. */
export interface ClassFinding extends Told {
  type: 'class'
  kind: ChangeKind
  before: Seen
  after: Seen
  /** `every`: never before, always now, or the other way round. Else the corrected probability that it is chance. */
  by: 'every' | { p: number }
}

/** One number of one side. */
export interface Side {
  n: number
  median: Estimate
  p95: number
}

/** A number is larger or smaller now. */
export interface NumberFinding extends Told {
  type: 'number'
  kind: MeasureName
  unit: 'ms' | 'bytes' | 'count'
  before: Side
  after: Side
  /** By how much the one lies above the other, in the unit. */
  shift: Estimate
  /** Corrected over all lines of the comparison. */
  p: number
}

export type Finding = ClassFinding | NumberFinding

/** What the two logs do not hold enough of to say. */
export interface Undecided extends Told {
  type: 'undecided'
  /** `few`: too few rows for its numbers; `seldom`: seen in one log only, and so seldom that the logs may just have done different things; `mixed`: done more ways than one, and not surely in other shares; `times`: asked another number of times, and nobody knows whether a person did as much. */
  kind: 'few' | 'seldom' | 'mixed' | 'times'
  before: number
  after: number
}

export interface Comparison {
  /** Changes of class first, then numbers, each from what matters most. Empty: nothing changed that these logs can show. */
  findings: Finding[]
  undecided: Undecided[]
}

/** Before `sentences.ts` has put it into words. */
export type Unsaid<F> = F extends unknown ? Omit<F, 'says'> : never
