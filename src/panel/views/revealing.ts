/** Shows elements of an exchange's page in the browser's own inspector, or says why it cannot. */
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf } from '../../core/log.ts'
import type { Outline } from '../../protocol/reach.ts'
import type { Store } from '../store/store.ts'
import { whyNotRevealed } from './reveal-words.ts'

export interface Revealing {
  /** Undefined when it can. */
  why: string | undefined
  /** Answers what to say of it; nothing when the first element of that place is shown. `what` is a person's word for it. */
  reveal(outline: Outline, what: string): Promise<string>
}

export function revealingOf(store: Store, row: Exchange): Revealing {
  const document = documentsOf(store.log.value).find(({ doc }) => doc === row.doc)
  return {
    why: whyNotRevealed(store, row, document),
    async reveal({ selector }, what) {
      const reached = document && (await store.reach?.inspect(document, selector))
      if (!reached?.ok) return reached?.says ?? ''
      return reached.value === 0 ? `There is nothing of ${what} on the page any more.` : ''
    },
  }
}
