/** How far a lesson is: each step begins after the row that met the one before it. */
import type { Exchange } from '../exchange.ts'
import type { Checkpoint } from './checkpoint.ts'

export interface Progress {
  /** Steps that are done, from the first on. */
  done: number
  /** What is to be said of the step under way; empty when nothing is. */
  says: string
}

/** `rows`: those since the lesson began, in time order. */
export function progressOf(steps: readonly Checkpoint[], rows: readonly Exchange[]): Progress {
  let from = 0
  for (const [done, judge] of steps.entries()) {
    const judgment = judge(rows.slice(from))
    if (!judgment.isMet) return { done, says: judgment.says }
    from += judgment.through + 1
  }
  return { done: steps.length, says: '' }
}
