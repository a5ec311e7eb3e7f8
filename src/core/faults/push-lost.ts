/** A hook's `pushEvent` writes to the socket itself, and over SSE there is none: it warns in the console and gives up (djust-wire 8.5). */
import type { FaultRule } from './rule.ts'

export const pushLost: FaultRule = {
  id: 'push-lost',
  find: ({ dispatch }) =>
    dispatch?.by === 'pushEvent'
      ? 'A hook called pushEvent, which needs a socket, and this page speaks over SSE: the event was lost. What works over both is djust.handleEvent(name, params).'
      : undefined,
}
