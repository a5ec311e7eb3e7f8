/** What shows an element in the browser's own inspector is called, and why it cannot be shown there. */
import type { DocumentInfo, Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'

export function inspectorName({ family }: Store['browser']): string {
  return family === 'firefox' ? 'Inspector' : 'Elements'
}

/** Undefined when the elements of this exchange can be revealed. */
export function whyNotRevealed(
  { reach, recordings, session }: Store,
  { doc, frame }: Exchange,
  document: DocumentInfo | undefined,
): string | undefined {
  if (recordings.opened.value) return 'A recording has no page whose elements could be shown.'
  if (!reach || reach.inspects === 'none')
    return 'Only the panel inside DevTools can show an element of the page there.'
  if (session.documents.value.get(frame) !== doc) return 'Its page has been left.'
  if (reach.inspects === 'the top frame' && !document?.top)
    return "Firefox's Inspector can be opened from here for the top frame only."
  return undefined
}
