/** What the page put in place of `djust.call` answers now, and may do otherwise than the runtime (djust-wire 1.2). */
import type { FaultRule } from './rule.ts'

export const callReplaced: FaultRule = {
  id: 'call-replaced',
  find: ({ kind, via, call, replaced }) =>
    kind === 'call' && via === 'server_function' && call && replaced
      ? 'The page had put a function of its own in place of djust.call before: this went through that one.'
      : undefined,
}
