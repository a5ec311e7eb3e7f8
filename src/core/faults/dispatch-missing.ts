/** No release has a `djust.dispatch` (djust-wire 1.5): whoever calls it gets a TypeError, and nothing goes to the server. */
import type { FaultRule } from './rule.ts'

export const dispatchMissing: FaultRule = {
  id: 'dispatch-missing',
  find: ({ dispatch, out }) =>
    dispatch?.by === 'dispatch' && dispatch.event === '' && !out
      ? 'This runtime has no djust.dispatch, so nothing was sent. What works is djust.handleEvent(name, params).'
      : undefined,
}
