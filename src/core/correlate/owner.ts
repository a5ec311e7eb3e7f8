/** Whose answer is this frame? The correlation rules of djust-wire 2.5, in their order; undefined when the server spoke first. */
import { serverFrame } from './catalog.ts'
import type { Head } from './head.ts'
import type { Connection, Draft, Match } from './ledger.ts'

export interface Owner {
  draft: Draft
  match: Match
}

const REPLIES: ReadonlySet<string> = new Set(['patch', 'html_update', 'noop'])

export function ownerOf(connection: Connection, head: Head): Owner | undefined {
  const answers = serverFrame(head.type)?.answers
  if (answers === 'upload') return upload(connection, head)
  // A frame whose ref is unknown answers an event that was never seen; anything else would be a guess.
  if (typeof head.ref === 'number') return owned(connection.byRef.get(head.ref), 'ref')
  if (answers)
    return owned(
      oldest(connection, (draft) => draft.awaits === answers),
      'order',
    )
  if (head.source === 'async') return owned(asyncOf(connection, head), 'name')
  if (head.type === 'error' || head.type === 'rate_limit_exceeded') return refused(connection, head)
  if (head.type === 'embedded_update') return owned(eventNamed(connection, head.event), 'name')
  if (REPLIES.has(head.type)) return reply(connection, head)
  return undefined
}

function owned(draft: Draft | undefined, match: Match): Owner | undefined {
  return draft && { draft, match }
}

function oldest(connection: Connection, suits: (draft: Draft) => boolean): Draft | undefined {
  for (const draft of connection.waiting) if (suits(draft)) return draft
  return undefined
}

/** Events without a ref (hook `pushEvent`, everything over SSE) and url changes are answered by name, else nobody is. */
function reply(connection: Connection, head: Head): Owner | undefined {
  if (head.source !== undefined && head.source !== 'event') return undefined
  if (head.event === 'url_change') {
    const change = oldest(connection, (draft) => draft.awaits === 'url_change')
    if (change) return owned(change, 'name')
  }
  if (head.event !== undefined) {
    const named = (draft: Draft) =>
      draft.awaits === 'event' && draft.ref === undefined && draft.name === head.event
    return owned(oldest(connection, named), 'name')
  }
  // Older releases name nothing in a noop, newer ones only where a broadcast found nothing to do. A bare patch is always a push.
  if (head.type === 'noop' ? connection.namesNoops : head.source === undefined) return undefined
  return owned(
    oldest(connection, (draft) => draft.awaits === 'event' && draft.ref === undefined),
    'order',
  )
}

function eventNamed(connection: Connection, event: string | undefined): Draft | undefined {
  return oldest(connection, (draft) => draft.awaits === 'event' && draft.name === event)
}

function asyncOf(connection: Connection, head: Head): Draft | undefined {
  for (const draft of connection.async) if (draft.name === head.event) return draft
  return connection.flagsAsync || head.event === undefined ? undefined : connection.answered.get(head.event)
}

/** Errors and limits carry no ref: the server answers in order, so it is the oldest open event, else the oldest of the rest. */
function refused(connection: Connection, head: Head): Owner | undefined {
  const isEvent = (draft: Draft) => draft.awaits === 'event'
  const { strange } = connection
  if (strange && head.message?.toLowerCase().includes(`unknown message type: ${strange.name.toLowerCase()}`))
    return owned(strange, 'name')
  if (head.event !== undefined) {
    const named = eventNamed(connection, head.event)
    if (named) return owned(named, 'name')
  }
  return owned(oldest(connection, isEvent) ?? oldest(connection, () => true), 'order')
}

function upload(connection: Connection, head: Head): Owner | undefined {
  const sent = typeof head.ref === 'string' ? connection.uploads.get(head.ref) : undefined
  // Chunks do not wait for the registration to be answered, so the answer may come after them.
  const known = head.type === 'upload_progress' ? sent?.newest : sent?.registered
  if (known) return owned(known, 'upload')
  return owned(
    oldest(connection, (draft) => draft.awaits === 'upload'),
    'order',
  )
}
