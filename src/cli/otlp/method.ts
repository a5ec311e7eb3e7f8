/** What an exchange is called where all systems meet, and how it failed. */
import type { Exchange, Transport } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'

/** `issues.new/search_tags`: what is asked of which view, as `rpc.method` wants it, fully qualified. */
export function methodOf({ view, name }: Exchange): string {
  return view === '' ? name : `${view}/${name}`
}

/** One of few words, or undefined when it did not fail: djust's own code, an HTTP status, or how it ended. */
export function errorTypeOf(row: Exchange): string | undefined {
  if (!hasFailed(row)) return undefined
  if (row.failure?.code) return row.failure.code
  return /^\d+$/.test(row.statusText) ? row.statusText : row.status
}

const PROTOCOL: Record<Transport, string | undefined> = {
  http: 'http',
  sse: 'http',
  ws: 'websocket',
  none: undefined,
}

export function protocolOf({ transport }: Exchange): string | undefined {
  return PROTOCOL[transport]
}
