/** `transport:sse`: what carried an exchange. */
import type { Exchange, Transport } from '../exchange.ts'
import { choiceKey } from './choice-key.ts'

const MEANINGS: Record<Transport, string> = {
  http: 'fetch or XMLHttpRequest',
  ws: 'WebSocket',
  sse: 'server-sent events, with posts for what the page sends',
  none: 'nothing was seen going out or coming in',
}

export const transportKey = choiceKey(
  'transport',
  'http, ws, sse, none',
  Object.entries(MEANINGS).map(([value, says]) => ({
    value,
    says,
    test: (row: Exchange) => row.transport === value,
  })),
)
