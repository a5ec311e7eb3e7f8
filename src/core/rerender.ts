/** Whether the page re-rendered because of an exchange, as its verdict says. */
import type { Exchange, Render } from './exchange.ts'

/** What was cached and is applied again changes the page as what has just come does. */
export const RERENDERS: readonly Render[] = ['patched', 'replaced', 'local']

export function isRerender({ verdict }: Exchange): boolean {
  return RERENDERS.includes(verdict.render)
}

/** An exchange still under way, and evidence that does not decide, are no answer. */
export function isDecided({ verdict }: Exchange): boolean {
  return verdict.render !== 'pending' && verdict.render !== 'unknown'
}
