/** Frames of the server: each answers a row by the rules of djust-wire 2.5, or makes one of its own. */
import type { FactOf } from '../../protocol/facts.ts'
import { answer } from './answering.ts'
import { serverFrame } from './catalog.ts'
import { connectionOf } from './connections.ts'
import { type Head, readHead } from './head.ts'
import { type Answer, bear, type Connection, type Draft, type Ledger, type Match } from './ledger.ts'
import { ownerOf } from './owner.ts'

/** What the runtime buffers while it waits for a ref (djust-wire 2.5 rule 7). */
const HELD_SOURCES: ReadonlySet<string | undefined> = new Set(['tick', 'broadcast', 'async'])
/** What makes the runtime forget the ref it waited for; other frames leak it (djust-wire 2.5). */
const SETTLES_REF: ReadonlySet<string> = new Set(['patch', 'html_update', 'noop'])

export function takeFrameIn(ledger: Ledger, fact: FactOf<'frame-in'>): void {
  const connection = connectionOf(ledger, fact.connection)
  const head = readHead(fact.body)
  if (head.type === 'sse_connect') connection.transport = 'sse'
  const owner = head.unreadable ? undefined : ownerOf(connection, head)
  if (head.type === 'mount') connection.view = head.view ?? owner?.draft.view ?? connection.view
  const draft = owner?.draft ?? unasked(ledger, fact, connection, head)
  const given = answer(ledger, draft, fact, head, owner?.match ?? 'itself')
  if (!serverFrame(head.type) && !head.unreadable)
    draft.strange = [...draft.strange, head.type || 'a frame without a type']
  if (connection.transport === 'ws' && !head.unreadable) followRuntime(ledger, connection, given, owner)
}

/** The server spoke first, or what it answers was never seen. */
function unasked(ledger: Ledger, fact: FactOf<'frame-in'>, connection: Connection, head: Head): Draft {
  const base = { view: head.view ?? connection.view, transport: connection.transport, connection }
  if (head.unreadable) {
    const name = head.unreadable === 'binary' ? 'binary frame' : 'unreadable frame'
    return bear(ledger, fact, { ...base, kind: 'system', name, unreadable: head.unreadable })
  }
  const repliesToUnseen = typeof head.ref === 'number' || head.source === 'event'
  const kind = repliesToUnseen ? 'dispatch' : (serverFrame(head.type)?.kind ?? 'push')
  return bear(ledger, fact, {
    ...base,
    kind,
    name: nameOf(head),
    ...(head.source === undefined ? {} : { source: head.source }),
    ...(typeof head.ref === 'number' ? { ref: head.ref } : {}),
  })
}

function nameOf(head: Head): string {
  if (head.type === 'stream' || head.type === 'navigation') return head.label ?? head.type
  if (head.type === 'error') return head.event || head.type
  return head.event || head.source || head.type || 'untyped frame'
}

/** Mirrors what the runtime keeps: the refs it waits for, and the pushes it holds back meanwhile. */
function followRuntime(
  ledger: Ledger,
  connection: Connection,
  given: Answer,
  owner: { draft: Draft; match: Match } | undefined,
): void {
  const { head } = given
  if (head.type === 'error') {
    connection.pendingRefs.clear()
    connection.held = 0
    if (owner?.match !== 'ref') abandonOthers(ledger, connection)
  } else if (owner?.match === 'ref' && typeof head.ref === 'number' && SETTLES_REF.has(head.type)) {
    connection.pendingRefs.delete(head.ref)
    if (connection.pendingRefs.size > 0) return
    given.released = connection.held
    connection.held = 0
  } else if (HELD_SOURCES.has(head.source) && connection.pendingRefs.size > 0) {
    given.behind = true
    connection.held += 1
  }
}

/** An error without a ref makes the runtime give up every open event (djust-wire 2.5 rule 6); the server may still answer. */
function abandonOthers(ledger: Ledger, connection: Connection): void {
  for (const draft of connection.waiting) {
    if (draft.awaits !== 'event' || draft.ending) continue
    draft.ending = {
      status: 'abandoned',
      says: 'An error made the runtime give up waiting for every open event.',
    }
    ledger.dirty.add(draft)
  }
}
