/** Some answers leave the ref pending in the runtime, although they are all the answer there will be (djust-wire 2.5, client leaks). */
import type { FaultRule } from './rule.ts'

const LEAVES_IT: ReadonlySet<string> = new Set([
  'rate_limit_exceeded',
  'embedded_update',
  'child_update',
  'sticky_update',
])

export const refUnsettled: FaultRule = {
  id: 'ref-unsettled',
  find({ ref, transport, answers, settled }) {
    if (settled || ref === undefined || transport !== 'ws' || answers.length === 0) return undefined
    const by = answers.every(({ head }) => LEAVES_IT.has(head.type)) ? answers[0]?.head.type : undefined
    return (
      by &&
      `The runtime does not take ${by} for the answer to ref ${ref}: a form stays pending, and pushes are held back until an error or a reconnect.`
    )
  },
}
