/** What differs between two JSON values: a tree as deep as the values, of what differs and nothing else. Types only. */

/** The name of a member, or the place of an item. Of what was removed it is that in the first value, of all else that in the second. */
export type Step = string | number

export type Difference = { step: Step } & (
  | { type: 'added'; to: unknown }
  | { type: 'removed'; from: unknown }
  /** Another scalar, or of another type. */
  | { type: 'changed'; from: unknown; to: unknown }
  /** The same object or array with other contents. */
  | { type: 'within'; inside: Inside }
  /** An item that stood at `was` and has changed its place among the others; `then` says what differs in it besides. */
  | { type: 'moved'; was: number; to: unknown; then: Difference | undefined }
  /** Too deep, or behind too much else, to have been looked at. */
  | { type: 'uncompared'; from: unknown; to: unknown }
)

/** In the order of the second value, what was removed where it had been. `same` members or items are as they were. */
export interface Inside {
  differences: readonly Difference[]
  same: number
}

/**
 * Where the comparison ended early. `depth`: below 200 levels. `size`: after 100,000 members and items of either value. `repeats`:
 * items of one array repeat so often that not all pairs of equal ones were weighed, and more of them are said to have
 * moved than need have.
 */
export type Stop = 'depth' | 'size' | 'repeats'

export interface JsonComparison {
  /** Its `step` is empty. Undefined when nothing differs. */
  root: Difference | undefined
  /** Empty when everything was compared. */
  stopped: readonly Stop[]
}
