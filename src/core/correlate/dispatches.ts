/** What the runtime's own seams say about dispatches: who asked and when, also for those that never reached a wire. */
import type { FactOf } from '../../protocol/facts.ts'
import { bear, type Draft, type Ledger } from './ledger.ts'

/** What to call a dispatch of which nobody could see what it asks: by what the page called. */
const UNSEEN: Record<FactOf<'dispatch'>['by'], string> = {
  dispatch: 'djust.dispatch',
  handleEvent: 'djust.handleEvent',
  sendEvent: 'sendEvent',
  pushEvent: 'pushEvent',
}

/** The row that this dispatch began and that nothing was sent for yet; one dispatch may send frames of other kinds too. */
export function dispatchFor(ledger: Ledger, id: number | undefined, event: string): Draft | undefined {
  const draft = id === undefined ? undefined : ledger.dispatches.get(id)
  return draft && !draft.out && draft.dispatch?.event === event ? draft : undefined
}

export function takeDispatch(ledger: Ledger, fact: FactOf<'dispatch'>): void {
  const sent = ledger.dispatches.get(fact.dispatch)
  if (sent && !sent.dispatch) {
    sent.dispatch = fact
    ledger.dirty.add(sent)
    return
  }
  const draft = bear(ledger, fact, {
    kind: 'dispatch',
    name: fact.event || UNSEEN[fact.by],
    transport: 'none',
    awaits: 'event',
    dispatch: fact,
  })
  ledger.dispatches.set(fact.dispatch, draft)
}

export function takeDispatchSettled(ledger: Ledger, fact: FactOf<'dispatch-settled'>): void {
  const draft = ledger.dispatches.get(fact.dispatch)
  if (!draft) return
  // A refused socket is followed by the HTTP fallback of the same dispatch, whose own settlement then counts.
  draft.dispatchSettled = fact
  if (!draft.out) ledger.open.delete(draft)
  if (!draft.out && fact.outcome === 'refused') ledger.refused.set(draft.name, draft)
  ledger.dirty.add(draft)
}
