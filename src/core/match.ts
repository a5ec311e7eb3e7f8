/** Says why an answer belongs to its row: proved by identity, or inferred by name or order. */
import type { Answer, Draft } from './correlate/ledger.ts'
import { supports } from './evidence.ts'
import type { Evidence } from './exchange.ts'

export function belongs(draft: Draft, answer: Answer): Evidence {
  return supports(sentence(draft, answer))
}

function sentence(draft: Draft, { match, head, moved }: Answer): string {
  const which = moved ? OLDEST_LEFT : 'this was the oldest one open'
  switch (match) {
    case 'ref':
      return `Proved: the reply carries this event's ref ${head.ref}.`
    case 'request':
      return 'Proved: it is the response to this very request.'
    case 'upload':
      return 'Proved: the frame carries the id of this upload.'
    case 'name':
      if (head.source === 'async')
        return `Inferred: the async frame names ${head.event}, and this was the oldest dispatch of that name with work pending.`
      return `Inferred: the answer names ${head.event} and carries no ref; ${which}.`
    case 'order':
      return head.event === undefined
        ? `Inferred: the answer names nobody; ${which}.`
        : `Inferred: the answer names ${head.event}, and nothing of that name was open; ${which}.`
    case 'itself':
      return unasked(draft, head)
  }
}

const OLDEST_LEFT = 'this was the oldest one left, as a ref proved that an older one was answered otherwise'

function unasked(draft: Draft, head: Answer['head']): string {
  if (draft.kind === 'dispatch')
    return head.ref === undefined
      ? 'It says it answers an event, but no such event was seen open.'
      : `It answers the event with ref ${head.ref}, which was not seen.`
  if (draft.name === 'response' && draft.transport === 'http') return 'The request it answers was not seen.'
  if (draft.kind !== 'push') return 'The frame stands for itself; nobody had to ask for it.'
  if (head.source !== undefined) return `Proved: the frame names its source, ${head.source}.`
  if (head.type === 'push_event') return 'The server spoke first: the frame carries no ref and no source.'
  if (head.event !== undefined)
    return `The frame names ${head.event} and carries no ref; no event of that name was seen open.`
  return 'The server spoke first: the frame names no event, no ref and no source.'
}
