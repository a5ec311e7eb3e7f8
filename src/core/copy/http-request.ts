/** The HTTP request that an exchange was, as the runtime makes it. */
import type { Body } from '../../protocol/facts.ts'
import type { Exchange } from '../exchange.ts'
import type { Refusal } from './copy-format.ts'
import { readPayload, refuse } from './payload.ts'
import { CSRF } from './secrets.ts'

export interface HttpRequest {
  ok: true
  body: Body
  /** With a placeholder where the token stands. Always a POST: djust makes no other. */
  headers: [name: string, value: string][]
}

/** What `fetch` takes as the value of a header. */
const HEADER = /^[\x20-\x7e\xa0-\xff]*$/

export function readHttpRequest(exchange: Exchange): HttpRequest | Refusal {
  const payload = readPayload(exchange)
  if (!payload.ok) return payload
  if (exchange.transport === 'ws')
    return refuse('It went over a WebSocket; copy it as djust.handleEvent instead.')
  if (exchange.transport === 'none')
    return refuse('It never reached the network; copy it as djust.handleEvent instead.')
  if (exchange.kind === 'dispatch' && !HEADER.test(exchange.name))
    return refuse('Its name holds characters that no header can carry.')
  return { ok: true, body: payload.value, headers: headersOf(exchange) }
}

/** Nobody records headers; these are the runtime's (djust-wire 3.1, 3.2, 4.1). */
function headersOf({ kind, via, transport, name }: Exchange): [string, string][] {
  const type: [string, string] = ['Content-Type', 'application/json']
  if (transport === 'sse') return [type]
  const token: [string, string] = ['X-CSRFToken', CSRF]
  if (kind === 'dispatch') return [type, token, ['X-Djust-Event', name]]
  return via === 'server_function' ? [type, token, ['X-Requested-With', 'XMLHttpRequest']] : [type, token]
}
