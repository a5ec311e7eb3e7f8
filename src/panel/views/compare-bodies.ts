/** What two payloads can be told apart by: as JSON where both are, else as texts. */
import { compareJson } from '../../core/json-diff/compare-json.ts'
import type { JsonComparison } from '../../core/json-diff/difference.ts'
import { readJson } from '../../core/read-json.ts'
import type { Body } from '../../protocol/facts.ts'

export type BodyComparison =
  | { type: 'same' }
  | { type: 'only'; which: 'earlier' | 'later'; body: Body }
  | { type: 'json'; comparison: JsonComparison; after: unknown }
  /** Not JSON, or not all of it was kept: `isCut`. */
  | { type: 'texts'; isCut: boolean }

export function compareBodies(before: Body | undefined, after: Body | undefined): BodyComparison {
  if (!before || !after) {
    if (before) return { type: 'only', which: 'earlier', body: before }
    return after ? { type: 'only', which: 'later', body: after } : { type: 'same' }
  }
  const isCut = before.cut === true || after.cut === true
  if (!isCut && before.text === after.text) return { type: 'same' }
  const values =
    isCut || before.encoding || after.encoding ? [] : [readJson(before.text), readJson(after.text)]
  if (values[0] === undefined || values[1] === undefined) return { type: 'texts', isCut }
  return { type: 'json', comparison: compareJson(values[0], values[1]), after: values[1] }
}
