/** Where in what was sent the arguments of an exchange stand. */
import type { Exchange } from './exchange.ts'
import { isRecord } from './is-record.ts'

/**
 * Frames and server functions carry the arguments under `params`; API handlers, the fallback over HTTP and what never went out are
 * nothing but them (djust-wire 2.3, 2.11, 3.2, 4.1).
 */
export function isWrapped({ kind, via, transport }: Exchange): boolean {
  return via !== 'api' && !(kind === 'dispatch' && (transport === 'http' || transport === 'none'))
}

/** `json` is what was sent, parsed. Undefined when there are none. */
export function paramsIn(json: unknown, row: Exchange): Record<string, unknown> | undefined {
  if (!isRecord(json)) return undefined
  const { params } = json
  // The server reads `{event, params}` posted to it as an envelope all the same.
  if (isRecord(params) && (isWrapped(row) || 'event' in json)) return params
  return isWrapped(row) ? undefined : json
}
