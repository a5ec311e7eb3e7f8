/** What becomes of a recording, from what was found in it. */
import type { Suite } from '../report.ts'

export type Outcome = 'holds' | 'broken' | 'damaged'

/** A recording that could not be read as a whole holds nothing, for nobody knows what is missing. */
export function outcomeOf({ findings, damage }: Suite): Outcome {
  if (findings.some(({ weight }) => weight === 'broken')) return 'broken'
  return damage.length > 0 ? 'damaged' : 'holds'
}
