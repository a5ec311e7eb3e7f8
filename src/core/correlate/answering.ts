/** Gives an answer to its row and lets the row stop waiting. */
import type { FactOf } from '../../protocol/facts.ts'
import type { Head } from './head.ts'
import type { Answer, Connection, Draft, Ledger, Match } from './ledger.ts'

const NONE: readonly Answer[] = []

export function answer(
  ledger: Ledger,
  draft: Draft,
  fact: FactOf<'frame-in'> | FactOf<'response'>,
  head: Head,
  match: Match,
): Answer {
  const given: Answer = {
    draft,
    fact,
    head,
    match,
    over: fact.type === 'response' ? 'http' : (draft.connection?.transport ?? 'ws'),
    runtime: ledger.runtime,
    fate: undefined,
    heldBehind: undefined,
    releasedBy: undefined,
    released: NONE,
    moved: false,
    expected: undefined,
    recovers: undefined,
    start: undefined,
    end: undefined,
    done: undefined,
    painted: undefined,
    collateral: undefined,
    drawn: undefined,
    dom: undefined,
  }
  draft.answers = [...draft.answers, given]
  if (head.strangeOps) draft.strange = [...draft.strange, ...head.strangeOps]
  ledger.answers.set(fact.seq, given)
  close(ledger, draft)
  if (draft.connection) followAsync(draft.connection, draft, head)
  return given
}

function followAsync(connection: Connection, draft: Draft, head: Head): void {
  const { async, answered } = connection
  if (head.asyncPending) connection.flagsAsync = true
  if (draft.kind !== 'dispatch') return
  if (head.asyncPending) async.add(draft)
  else if (head.source === 'async') async.delete(draft)
  // A second phase may come once.
  if (head.source === 'async') answered.delete(draft.name)
  else answered.set(draft.name, draft)
}

/** The row waits no longer. */
export function close(ledger: Ledger, draft: Draft): void {
  ledger.open.delete(draft)
  draft.connection?.waiting.delete(draft)
  ledger.dirty.add(draft)
}
