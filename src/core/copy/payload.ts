/** What was sent with an exchange, for formats that send it again; or why that cannot be. */
import type { Body } from '../../protocol/facts.ts'
import type { Exchange } from '../exchange.ts'
import { isWrapped } from '../params.ts'
import type { Refusal } from './copy-format.ts'
import { DEEPEST, isJson, type JsonMember, memberOf, readSource } from './json-source.ts'

type Read<T> = { ok: true; value: T } | Refusal

export function refuse(says: string): Refusal {
  return { ok: false, says }
}

/** The whole payload of a call or dispatch. */
export function readPayload(exchange: Exchange): Read<Body> {
  const { kind, request } = exchange
  if (kind === 'push') return refuse('The server spoke first, so there is nothing to send again.')
  if (kind === 'navigation')
    return refuse("djust's client sends this when the address changes; open the address instead.")
  if (kind === 'system') return refuse('The runtime sends this by itself.')
  if (!request) return refuse(unseen(exchange))
  if (request.encoding) return refuse('It is binary, and only its beginning is kept.')
  if (request.cut)
    return refuse(
      `Only the beginning of its ${request.bytes} bytes was kept, so what is copied would send something else.`,
    )
  if (exchange.transport === 'none' && request.text.includes('"‹object›"'))
    return refuse('It was never sent, and its arguments are more than plain values.')
  return { ok: true, value: request }
}

function unseen({ transport }: Exchange): string {
  if (transport === 'none') return 'It never reached the network, and its arguments were not recorded.'
  return 'What the page had sent was not seen, only the answer.'
}

/** The arguments of a call or dispatch. */
export function readParams(exchange: Exchange): Read<readonly JsonMember[]> {
  const payload = readPayload(exchange)
  if (!payload.ok) return payload
  const { text } = payload.value
  const json = readSource(text)
  if (!json)
    return refuse(
      isJson(text) ? `Its payload is nested more than ${DEEPEST} deep.` : 'Its payload is not JSON.',
    )
  const params = isWrapped(exchange) ? memberOf(json, 'params') : json
  // Without any, the runtime sends none.
  if (!params) return { ok: true, value: [] }
  if (params.type !== 'object') return refuse('Its arguments are not a JSON object.')
  // The runtime adds it by itself (djust-wire 2.13).
  return { ok: true, value: params.members.filter(([key]) => key !== '_cacheRequestId') }
}
