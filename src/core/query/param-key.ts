/** `param.user.name:x`: what an exchange was asked with, found where each frame and request has it (djust-wire 2.3, 2.11, 3.2, 4.1). */
import type { Exchange } from '../exchange.ts'
import type { PathKey } from './key.ts'
import { isFields } from './path.ts'
import { readJson } from './read-json.ts'

export const paramKey: PathKey = {
  name: 'param',
  says: 'a parameter that was sent: param.q:python',
  reads: 'payload',
  rootsOf(row) {
    const json = row.request && readJson(row.request)
    if (!isFields(json)) return []
    const { params } = json
    // The server reads `{event, params}` posted to it as an envelope all the same.
    if (isFields(params) && (!isFlat(row) || 'event' in json)) return [params]
    return isFlat(row) ? [json] : []
  },
}

/** API handlers, the fallback over HTTP and what never went out have no envelope about their parameters. */
function isFlat({ kind, via, transport }: Exchange): boolean {
  return via === 'api' || (kind === 'dispatch' && (transport === 'http' || transport === 'none'))
}
