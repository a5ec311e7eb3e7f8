/** Which exchanges went wrong: those are red, and never hidden without a word. */
import type { Exchange } from './exchange.ts'

/** `abandoned` is no failure: the page itself gave up waiting. */
export function hasFailed(row: Exchange): boolean {
  return wasRefused(row) || row.status === 'lost'
}

/** The server answered that it cannot or will not. That a connection or a page went away says nothing of what was asked. */
export function wasRefused({ status }: Exchange): boolean {
  return status === 'error' || status === 'limited'
}
