/** Mirrors what the runtime keeps: the refs it waits for, and the pushes it holds back meanwhile. */
import type { Answer, Connection, Ending, Ledger } from './ledger.ts'
import type { Owner } from './owner.ts'

/** What the runtime buffers while it waits for a ref (djust-wire 2.5 rule 7). */
const HELD_SOURCES: ReadonlySet<string | undefined> = new Set(['tick', 'broadcast', 'async'])
/** What makes the runtime forget the ref it waited for; other frames leak it (djust-wire 2.5). */
const SETTLES_REF: ReadonlySet<string> = new Set(['patch', 'html_update', 'noop'])

export const GIVEN_UP: Ending = {
  status: 'abandoned',
  says: 'An error made the runtime give up waiting for every open event.',
}

export function followRuntime(
  ledger: Ledger,
  connection: Connection,
  given: Answer,
  owner: Owner | undefined,
): void {
  const { head } = given
  // What waits behind it may now wait for ever, and says so.
  for (const held of connection.held) if (held.heldBehind === given.draft) ledger.dirty.add(held.draft)
  if (head.type === 'error') {
    connection.pendingRefs.clear()
    throwAwayHeld(ledger, connection)
    if (owner?.match !== 'ref') abandonOthers(ledger, connection, given.fact.seq)
  } else if (owner?.match === 'ref' && typeof head.ref === 'number' && SETTLES_REF.has(head.type)) {
    connection.pendingRefs.delete(head.ref)
    if (connection.pendingRefs.size > 0) return
    release(ledger, connection, given)
  } else if (HELD_SOURCES.has(head.source) && connection.pendingRefs.size > 0) {
    given.fate = 'held'
    const [oldest] = connection.pendingRefs
    given.heldBehind = oldest === undefined ? undefined : connection.byRef.get(oldest)
    connection.held.push(given)
  }
}

/** The runtime applies what it held back right after the answer it waited for. */
function release(ledger: Ledger, connection: Connection, by: Answer): void {
  by.released = connection.held
  connection.held = []
  for (const held of by.released) {
    held.fate = 'released'
    held.releasedBy = by
    ledger.dirty.add(held.draft)
  }
}

/** An error and the end of a connection empty the buffer without applying it (djust-wire 2.5 rule 6). */
export function throwAwayHeld(ledger: Ledger, connection: Connection): void {
  for (const held of connection.held) {
    held.fate = 'thrown away'
    ledger.dirty.add(held.draft)
  }
  connection.held = []
}

/** An error without a ref makes the runtime give up every open event (djust-wire 2.5 rule 6); the server may still answer. */
function abandonOthers(ledger: Ledger, connection: Connection, error: number): void {
  for (const draft of connection.waiting) {
    if (draft.awaits !== 'event' || draft.ending) continue
    draft.ending = { ...GIVEN_UP, by: error }
    ledger.dirty.add(draft)
  }
}
