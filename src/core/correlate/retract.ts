/**
 * Takes back what was inferred once a ref proves it wrong: the server answers an event once, so an error that was taken for
 * the answer of this one must have meant another.
 */
import type { FactOf } from '../../protocol/facts.ts'
import { close } from './answering.ts'
import type { Head } from './head.ts'
import type { Answer, Connection, Draft, Ledger } from './ledger.ts'
import { type Owner, ownerOf } from './owner.ts'
import { GIVEN_UP, givesUp } from './runtime.ts'
import { unasked } from './unasked.ts'

/** `draft` is about to get a reply that carries its ref. */
export function retractInferred(ledger: Ledger, connection: Connection, draft: Draft): void {
  for (const answer of draft.answers) {
    const { fact } = answer
    if (fact.type === 'frame-in' && isRetractable(answer)) move(ledger, connection, answer, fact)
  }
}

/**
 * A reply that names an event which nobody waits for any more: a noop that named none had been taken for its answer, and was a
 * broadcast that found nothing to do (djust 1.2.6, `_send_noop`).
 */
export function retractBareNoop(ledger: Ledger, connection: Connection, head: Head): Owner | undefined {
  const { guessed } = connection
  const [noop, ...others] = guessed?.answers ?? []
  if (!guessed || !noop || others.length > 0 || head.source !== 'event' || head.event !== guessed.name)
    return undefined
  connection.namesNoops = true
  connection.guessed = undefined
  if (noop.fact.type === 'frame-in') move(ledger, connection, noop, noop.fact)
  return { draft: guessed, match: 'name' }
}

/** Frames that carry no ref and yet may have been given to an event that has one; a second async phase is no rival. */
function isRetractable({ match, head }: Answer): boolean {
  return (match === 'name' || match === 'order') && head.source !== 'async'
}

/** By the same rules as at first, among those that were open then and still are. */
function move(ledger: Ledger, connection: Connection, answer: Answer, fact: FactOf<'frame-in'>): void {
  const from = answer.draft
  const open = [...connection.waiting].filter((draft) => (draft.out ?? draft).seq < fact.seq)
  const next = ownerOf({ ...connection, waiting: new Set(open) }, answer.head)
  const to = next?.draft ?? unasked(ledger, fact, connection, answer.head)
  from.answers = from.answers.filter((each) => each !== answer)
  to.answers = [...to.answers, answer].sort((a, b) => a.fact.seq - b.fact.seq)
  answer.draft = to
  answer.match = next?.match ?? 'itself'
  answer.moved = true
  // The runtime gave up every event at this error; the one it answers has not been given up, it was answered.
  if (to.ending?.by === fact.seq) to.ending = undefined
  if (answer.head.type === 'error' && givesUp(answer.head) && connection.transport === 'ws')
    from.ending ??= { ...GIVEN_UP, by: fact.seq }
  ledger.dirty.add(from)
  close(ledger, to)
}
