/** Whether the page re-rendered because of an exchange. */
import type { Exchange } from './exchange.ts'

export function isRerender({ verdict }: Exchange): boolean {
  return verdict.render === 'patched' || verdict.render === 'replaced'
}
