/** The runtime knows `navigate` over SSE only; over a WebSocket nothing happens (djust-wire 2.4). */
import type { FaultRule } from './rule.ts'

export const navigateIgnored: FaultRule = {
  id: 'navigate-ignored',
  find: ({ transport, answers }) =>
    transport === 'ws' && answers.some(({ head }) => head.type === 'navigate')
      ? 'The runtime ignores navigate over a WebSocket: the person stays where they are.'
      : undefined,
}
