/** What of an exchange can be sent again: by which function of the page, with which arguments. */
import type { Sending } from '../protocol/reach.ts'
import { capital } from './capital.ts'
import type { CopyContext, Refusal } from './copy/copy-format.ts'
import { readParams, refuse } from './copy/payload.ts'
import { piecesOf } from './copy/secrets.ts'
import type { Exchange } from './exchange.ts'
import { quoteJson, replaceHidden, unitEscapes } from './hidden-characters.ts'
import { isRecord } from './is-record.ts'
import { paramsIn } from './params.ts'

/** Enough for a distribution, few enough for a server that did not ask for them. */
export const MOST_SENDINGS = 200

/** The body is laid out for a person to edit. */
export function sendingOf(row: Exchange, { url }: CopyContext): { ok: true; sending: Sending } | Refusal {
  const params = readParams(row)
  if (!params.ok) return params
  const { kind, via, view, name, request } = row
  if (kind === 'dispatch' && name === '') return refuse('Nobody could see which event was asked for.')
  const body = laidOut(request?.text ?? '', row)
  if (kind === 'dispatch') return { ok: true, sending: { by: 'djust.handleEvent', name, body } }
  if (via === 'api') return { ok: true, sending: { by: 'fetch', url, name, body } }
  return { ok: true, sending: { by: 'djust.call', view, name, body } }
}

/** Without what the runtime adds by itself (djust-wire 2.13). */
function laidOut(text: string, row: Exchange): string {
  const { _cacheRequestId, ...params } = paramsIn(JSON.parse(text), row) ?? {}
  return replaceHidden(JSON.stringify(params, null, 2), (character) =>
    character === '\n' ? character : unitEscapes(character),
  )
}

/** Why it cannot be sent as it stands: no JSON object, or a secret that nobody has recorded. */
export function problemOf({ body }: Sending): string | undefined {
  let params: unknown
  try {
    params = JSON.parse(body)
  } catch (error) {
    return `The arguments are not JSON: ${capital((error as Error).message)}.`
  }
  if (!isRecord(params)) return 'The arguments are not a JSON object.'
  const secrets = piecesOf(body).flatMap((piece) =>
    typeof piece === 'string' || piece.kind === 'csrf' ? [] : [`‹${piece.kind}#${piece.number}›`],
  )
  if (secrets.length === 0) return undefined
  return `${[...new Set(secrets)].join(', ')} was never recorded: edit the arguments and fill it in.`
}

/** Just what the page will be asked, as code. */
export function codeOf(sending: Sending): string {
  const { by, body } = sending
  if (by === 'djust.call')
    return `djust.call(${quoteJson(sending.view)}, ${quoteJson(sending.name)}, ${body})`
  if (by === 'djust.handleEvent') return `djust.handleEvent(${quoteJson(sending.name)}, ${body})`
  return `fetch(${quoteJson(sending.url)}, {\n  method: "POST",\n  body: ${body}\n})`
}
