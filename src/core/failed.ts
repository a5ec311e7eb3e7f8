/** Which exchanges went wrong: those are red, and never hidden without a word. */
import type { Exchange } from './exchange.ts'

/** `abandoned` is no failure: the page itself gave up waiting. */
export function hasFailed({ status }: Exchange): boolean {
  return status === 'error' || status === 'limited' || status === 'lost'
}
