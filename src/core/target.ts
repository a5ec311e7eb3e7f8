/** What an exchange is one more of: the same kind, to the same view, by the same name. */
import type { Exchange } from './exchange.ts'

/** A page chooses views and names, so the length of the one says where the other begins: no two targets read the same. */
export function targetOf({ kind, view, name }: Exchange): string {
  return `${kind} ${view.length} ${view}${name}`
}
