/** The same call or dispatch went out twice at once: a script that runs twice listens twice (djust-wire 6.2). */
import type { FaultRule } from './rule.ts'

export const sentTwice: FaultRule = {
  id: 'sent-twice',
  find({ kind, twin }) {
    // More than two at once are a loop, which somebody wrote.
    if (!twin?.atOnce || twin.first.copies.length !== 1) return undefined
    return `The very same ${kind} had gone out ${Math.max(0.1, twin.before).toFixed(1)} ms before, for the same event of the user. Most often a script inside the view root runs twice and listens twice: move it outside.`
  },
}
