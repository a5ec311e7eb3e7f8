/**
 * Re-renders without a frame: the client applied again what it had cached (djust-wire 2.13). The end of an apply and then of a render
 * are marked while no frame is being handled; a runtime that starts up or mounts marks the second only.
 */
import type { FactOf } from '../../protocol/facts.ts'
import type { Head } from './head.ts'
import { bear, type Draft, type Ledger } from './ledger.ts'

/** Between the two marks, and between a dispatch that sends nothing and them, ms. */
const NEAR = 100

export function takeUnframed(ledger: Ledger, fact: FactOf<'marker'>): void {
  const { applied, response } = ledger.local
  if (response && fact.at - response.fact.at <= NEAR) {
    // The runtime reads the body of the HTTP fallback's answer in its own time.
    if (fact.marker === 'apply-start') response.start ??= fact
    else response.end = fact
    ledger.dirty.add(response.draft)
    return
  }
  if (fact.marker === 'apply-end') ledger.local.applied = fact.at
  if (fact.marker !== 'render-end' || applied === undefined || fact.at - applied > NEAR) return
  ledger.local.applied = undefined
  const draft =
    waitingFor(ledger, fact.at) ??
    bear(ledger, fact, { ...cached(ledger), kind: 'dispatch', transport: 'none' })
  draft.local = fact
  ledger.open.delete(draft)
  ledger.dirty.add(draft)
}

/** The dispatch that the runtime was asked for and has sent nothing for. */
function waitingFor(ledger: Ledger, at: number): Draft | undefined {
  let found: Draft | undefined
  for (const draft of ledger.open) if (!draft.out && draft.dispatch && at - draft.at <= NEAR) found = draft
  return found
}

/** A dispatch whose answer the client was asked to cache. */
export function noticeCached(ledger: Ledger, draft: Draft, head: Head): void {
  if (head.caches) ledger.local.cached.set(draft.name, draft.view)
}

/** Only where a single handler is cached is it plain which one it was. */
function cached({ local }: Ledger): { name: string; view: string } {
  const [only] = local.cached
  return only && local.cached.size === 1 ? { name: only[0], view: only[1] } : { name: '(cached)', view: '' }
}
