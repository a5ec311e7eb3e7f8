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
    emptyHeld(ledger, connection, 'thrown away')
    if (owner?.match !== 'ref') abandonOthers(ledger, connection, given.fact.seq)
  } else if (owner?.match === 'ref' && typeof head.ref === 'number' && SETTLES_REF.has(head.type)) {
    connection.pendingRefs.delete(head.ref)
    if (connection.pendingRefs.size > 0) waitBehindOldest(ledger, connection)
    else release(ledger, connection, given)
  } else if (HELD_SOURCES.has(head.source) && connection.pendingRefs.size > 0) {
    given.fate = 'held'
    connection.held.push(given)
    waitBehindOldest(ledger, connection)
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

/** All of them wait for the same: the oldest ref that is not settled. */
function waitBehindOldest(ledger: Ledger, connection: Connection): void {
  const [oldest] = connection.pendingRefs
  const behind = oldest === undefined ? undefined : connection.byRef.get(oldest)
  for (const held of connection.held) {
    if (held.heldBehind === behind) continue
    held.heldBehind = behind
    ledger.dirty.add(held.draft)
  }
}

/** An error and the end of a connection empty the buffer without applying it (djust-wire 2.5 rule 6). */
export function emptyHeld(ledger: Ledger, connection: Connection, fate: 'thrown away' | 'gone'): void {
  for (const held of connection.held) {
    held.fate = fate
    ledger.dirty.add(held.draft)
  }
  connection.held = []
}

/** It was applied as it came, so the runtime held nothing back: whatever has been answered is settled for it after all. */
export function seeApplied(ledger: Ledger, answer: Answer): void {
  const { connection } = answer.draft
  if (answer.fate !== 'held' || !connection || !(answer.start || answer.dom?.nodes)) return
  answer.fate = undefined
  connection.held = connection.held.filter((held) => held !== answer)
  for (const ref of connection.pendingRefs) {
    const draft = connection.byRef.get(ref)
    if (!draft || draft.answers.length === 0) continue
    connection.pendingRefs.delete(ref)
    draft.settled = true
    ledger.dirty.add(draft)
  }
  waitBehindOldest(ledger, connection)
}

/** An error without a ref makes the runtime give up every open event (djust-wire 2.5 rule 6); the server may still answer. */
function abandonOthers(ledger: Ledger, connection: Connection, error: number): void {
  for (const draft of connection.waiting) {
    if (draft.awaits !== 'event' || draft.ending) continue
    draft.ending = { ...GIVEN_UP, by: error }
    ledger.dirty.add(draft)
  }
}
