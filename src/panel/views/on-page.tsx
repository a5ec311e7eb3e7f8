/** What of an exchange is to be seen on its page now. */
import type { Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'
import { onPageSentences } from './on-page-sentences.ts'

export function OnPage({ store: { pointer }, row }: { store: Store; row: Exchange }) {
  const pointed = pointer.pointed.value
  if (pointed?.id !== row.id) return null
  return onPageSentences(pointed).map((sentence) => (
    <p key={sentence} class="quiet">
      <bdi>{sentence}</bdi>
    </p>
  ))
}
