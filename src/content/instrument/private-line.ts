/**
 * The line to the relay: a node outside the document that both hold and the page never sees.
 *
 * Everything on it is synchronous, so the page can neither slip in between nor outrun it when it leaves.
 */
import { MEET, PRIVATE } from '../../protocol/channel.ts'
import type { Ears, PageLine } from './page-line.ts'
import { bare } from './pristine.ts'
import { addEventListener, detailOf, tell } from './pristine-dom.ts'

/** Whether the page cannot have run a script yet. Firefox starts an empty about:blank as `complete`. */
export const isFresh = (): boolean =>
  document.readyState === 'loading' ||
  (location.protocol === 'about:' && !document.querySelector('script') && !document.body?.firstChild)

/** Meets the relay, whichever of the two came first. Only the first introduction counts, and none that a page script makes. */
export function meetRelay(): PageLine {
  let node: EventTarget | undefined
  let ears: Ears | undefined

  function join(met: EventTarget) {
    node = met
    for (const name of [PRIVATE.command, PRIVATE.joined, PRIVATE.parted, PRIVATE.measured, PRIVATE.leaving])
      addEventListener(met, name, (event) => ears?.[name](`${detailOf(event)}`))
    tell(met, PRIVATE.met, '')
  }

  const meet = (event: Event) => {
    const { relatedTarget } = event as MouseEvent
    if (relatedTarget && !document.currentScript && isFresh()) join(relatedTarget)
  }
  addEventListener(document, MEET.meet, meet, bare({ once: true }))
  tell(document, MEET.ready, '')

  const say =
    (name: string) =>
    (detail = '') =>
      node && tell(node, name, detail)
  return {
    post: say(PRIVATE.up),
    sighted: say(PRIVATE.sighted),
    tellFrame: say(PRIVATE.frame),
    listen(hearing) {
      ears = hearing
    },
  }
}
