/**
 * The relay's half of the meeting with the instrument, before any script of the page exists.
 *
 * Both sides share a detached node: synchronous, so nothing can be posted in between and nothing is lost when the page goes;
 * outside the document, so that `document.open()` cannot strip it; and never handed to the page, so it can neither see nor forge.
 */
import { MEET, PRIVATE } from '../../protocol/channel.ts'

/** The private node, or nothing when the document is already under way and a page script could be listening. */
export function meetInstrument(): EventTarget | undefined {
  if (!isFresh()) return undefined
  const node = document.createElement('i')
  const introduce = () => document.dispatchEvent(new MouseEvent(MEET.meet, { relatedTarget: node }))
  // Either side may run first. Once they have met, nobody else is introduced: the next to ask would be the page.
  document.addEventListener(MEET.ready, introduce)
  node.addEventListener(PRIVATE.met, () => document.removeEventListener(MEET.ready, introduce), {
    once: true,
  })
  introduce()
  return node
}

/** Firefox starts an empty about:blank as `complete`; it also injects into open pages when the extension is installed. */
function isFresh(): boolean {
  if (document.readyState === 'loading') return true
  return location.protocol === 'about:' && document.scripts.length === 0 && !document.body?.firstChild
}
