/** `djust.call` as the runtime's seam saw it; the request itself is found by its id, in either order. */
import type { FactOf } from '../../protocol/facts.ts'
import { bear, type Draft, type Ledger } from './ledger.ts'

export function takeCall(ledger: Ledger, fact: FactOf<'call'>): void {
  const sent = ledger.calls.get(fact.call)
  if (sent && !sent.call) {
    sent.call = fact
    ledger.dirty.add(sent)
    return
  }
  const draft = bear(ledger, fact, {
    kind: 'call',
    via: 'server_function',
    name: fact.name,
    view: fact.view,
    transport: 'none',
    awaits: 'response',
    call: fact,
  })
  ledger.calls.set(fact.call, draft)
}

export function takeCallSettled(ledger: Ledger, fact: FactOf<'call-settled'>): void {
  const draft = ledger.calls.get(fact.call)
  if (!draft) return
  draft.callSettled = fact
  ledger.open.delete(draft)
  ledger.dirty.add(draft)
}

/** An older call that is answered after a newer one brings what the page no longer wants. */
export function markStale(ledger: Ledger, draft: Draft): void {
  if (draft.kind !== 'call') return
  const key = JSON.stringify([draft.via, draft.view, draft.name])
  const newest = ledger.newestAnswered.get(key)
  if (newest !== undefined && newest > draft.seq) draft.stale = true
  else ledger.newestAnswered.set(key, draft.seq)
}
