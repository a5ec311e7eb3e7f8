/** Mirrors what the runtime keeps: the refs it waits for, and the pushes it holds back meanwhile. */
import type { Head } from './head.ts'
import type { Answer, Connection, Draft, Ending, Ledger } from './ledger.ts'
import type { Owner } from './owner.ts'

/** What the runtime buffers while it waits for a ref (djust-wire 2.5 rule 7). */
const HELD_SOURCES: ReadonlySet<string | undefined> = new Set(['tick', 'broadcast', 'async'])
/** What makes the runtime forget the ref it waited for; other frames leak it (djust-wire 2.5). */
const SETTLES_REF: ReadonlySet<string> = new Set(['patch', 'html_update', 'noop'])

/** Errors at which the runtime turns to something else before it gives anything up: an older server, a page to be loaded again. */
const KEEPS_WAITING = /mount_batch|unknown\s+message\s+type/i

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
  // What waits behind it may now wait for ever, and says so. All that is held waits behind the same one.
  if (connection.held[0]?.heldBehind === given.draft)
    for (const held of connection.held) ledger.dirty.add(held.draft)
  if (head.type === 'error') {
    if (!givesUp(head)) return
    connection.pendingRefs.clear()
    connection.doubtful = false
    emptyHeld(ledger, connection, 'thrown away')
    abandonOthers(ledger, connection, given.fact.seq)
  } else if (owner?.match === 'ref' && typeof head.ref === 'number' && SETTLES_REF.has(head.type)) {
    connection.pendingRefs.delete(head.ref)
    if (connection.pendingRefs.size > 0) waitBehindOldest(ledger, connection)
    else release(ledger, connection, given)
  } else if (HELD_SOURCES.has(head.source)) {
    if (connection.pendingRefs.size > 0) {
      given.fate = 'held'
      given.heldBehind = oldestPending(connection)
      connection.held.push(given)
    } else if (connection.doubtful) given.fate = 'doubtful'
  }
}

/** Whether this error makes the runtime forget every event it waits for. */
export function givesUp({ message = '', unrecoverable }: Head): boolean {
  return !unrecoverable && !KEEPS_WAITING.test(message)
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

/** All of them wait for the same, so that a leaked ref does not make every frame walk them all. */
function waitBehindOldest(ledger: Ledger, connection: Connection): void {
  const behind = oldestPending(connection)
  if (connection.held[0]?.heldBehind === behind) return
  for (const held of connection.held) {
    held.heldBehind = behind
    ledger.dirty.add(held.draft)
  }
}

function oldestPending({ pendingRefs, byRef }: Connection): Draft | undefined {
  const [oldest] = pendingRefs
  return oldest === undefined ? undefined : byRef.get(oldest)
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

/** An error makes the runtime give up every open event (djust-wire 2.5 rule 6); the server may still answer. */
function abandonOthers(ledger: Ledger, connection: Connection, error: number): void {
  for (const draft of connection.waiting) {
    if (draft.awaits !== 'event' || draft.ending) continue
    draft.ending = { ...GIVEN_UP, by: error }
    ledger.dirty.add(draft)
  }
}
