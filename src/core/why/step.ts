/** One step on the way from what a person did to what changed on the page. Types only. */

export type StepName = 'trigger' | 'handler' | 'variables' | 'patches' | 'nodes' | 'collateral'

/** Where it is shown in full. */
export type Place =
  | { tab: 'overview' | 'payload' | 'response' | 'patches' }
  /** Another row. */
  | { row: string }

/** A variable of the view, as Python writes it; absent where it did not exist. */
export interface ChangedVariable {
  name: string
  from?: string
  to?: string
}

export interface Step {
  step: StepName
  /** `not observed`: nobody saw it, and the sentence says why. */
  standing: 'observed' | 'not observed'
  /** A sentence for a person. */
  says: string
  /** An element or a name, to be set as code behind the sentence. */
  code?: string
  /** How we know. */
  evidence?: string
  variables?: readonly ChangedVariable[]
  shown?: Place
}
