/** What the shaker did: which row it touched, and when the page was given an answer that it had held back. */
import type { FactOf } from '../../protocol/facts.ts'
import { markStale } from './calls.ts'
import type { Ledger } from './ledger.ts'

/** It tells of the fact right before it. */
export function takeShaken(ledger: Ledger, fact: FactOf<'shaken'>): void {
  const draft = ledger.lastOut
  if (draft?.out?.seq !== fact.seq - 1) return
  draft.shaken = fact
  ledger.shaken.set(fact.seq, draft)
  ledger.dirty.add(draft)
}

export function takeHandedOver(ledger: Ledger, fact: FactOf<'handed-over'>): void {
  const draft = ledger.shaken.get(fact.of)
  if (!draft) return
  ledger.shaken.delete(fact.of)
  draft.handed = fact
  ledger.dirty.add(draft)
  markStale(ledger, draft)
}
