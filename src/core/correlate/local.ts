/**
 * Re-renders without a frame: the client applied again what it had cached (djust-wire 2.13). The end of an apply and then of a render
 * are marked while no frame is being handled; a runtime that starts up or mounts marks the second only.
 */
import type { FactOf } from '../../protocol/facts.ts'
import type { Head } from './head.ts'
import { type Answer, bear, type Draft, type Ledger } from './ledger.ts'

/** Between the two marks, and between a dispatch that sends nothing and them, ms. */
const NEAR = 100
/** What was cached, or even that anything was, is only supposed. */
export const UNNAMED = '(cached)'
/** An answer that never comes must not pile them up. */
const MOST_EARLY = 8

export function takeUnframed(ledger: Ledger, fact: FactOf<'marker'>): void {
  if (isOfHttp(ledger, fact)) return
  const { applied } = ledger.local
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

/**
 * Patches that came over HTTP are applied with all three marks. What the client had cached is applied without the first, for a
 * dispatch that has sent nothing.
 */
function isOfHttp(ledger: Ledger, fact: FactOf<'marker'>): boolean {
  const { local } = ledger
  const { response, started } = local
  if (fact.marker === 'apply-start') local.started = fact.at
  else if (!(started !== undefined && fact.at - started <= NEAR)) {
    if (ledger.runtime.marksStart || waitingFor(ledger, fact.at)) return false
  }
  if (fact.marker === 'render-end') local.started = undefined
  if (response && fact.at - response.fact.at <= NEAR) {
    take(ledger, response, fact)
    return true
  }
  if (!isPosting(ledger)) return false
  local.early = [...local.early, fact].slice(-MOST_EARLY)
  return true
}

/** The answer of the HTTP fallback, whose body the runtime reads in its own time: sooner than we do, or later. */
export function noticeResponse(ledger: Ledger, answer: Answer): void {
  if (answer.draft.kind !== 'dispatch') return
  ledger.local.response = answer
  for (const early of ledger.local.early) if (answer.fact.at - early.at <= NEAR) take(ledger, answer, early)
  ledger.local.early = []
  const { refused } = ledger.local
  if (refused !== undefined && answer.fact.at - refused <= NEAR) answer.recovers = 'refused'
  ledger.local.refused = undefined
}

/** The page asks for the whole HTML (at that time, ms) though no frame gave it reason to: it has refused what came over HTTP. */
export function refusePosted(ledger: Ledger, at: number): void {
  const { response } = ledger.local
  if (response && at - response.fact.at <= NEAR && !response.start) {
    response.recovers = 'refused'
    ledger.dirty.add(response.draft)
  } else if (isPosting(ledger)) ledger.local.refused = at
}

function take(ledger: Ledger, answer: Answer, fact: FactOf<'marker'>): void {
  if (fact.marker === 'apply-start') answer.start ??= fact
  else answer.end = fact
  ledger.dirty.add(answer.draft)
}

function isPosting(ledger: Ledger): boolean {
  for (const { out } of ledger.open) if (out?.type === 'request' && out.purpose === 'event') return true
  return false
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
  return only && local.cached.size === 1 ? { name: only[0], view: only[1] } : { name: UNNAMED, view: '' }
}
