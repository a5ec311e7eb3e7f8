/** djust over HTTP: calls, API handlers, the dispatch fallback, and the receipts of frames posted to an SSE session. */
import type { FactOf } from '../../protocol/facts.ts'
import { endpointOf } from './address.ts'
import { answer, close } from './answering.ts'
import { markStale } from './calls.ts'
import { dispatchFor } from './dispatches.ts'
import { takeMessage } from './frames-out.ts'
import { readHead } from './head.ts'
import { noticeIgnored } from './ignored.ts'
import { bear, type Draft, type Ledger } from './ledger.ts'
import { noticeResponse } from './local.ts'
import { noticeTwin } from './twins.ts'
import { cutOff, noticeStaying } from './unloading.ts'

export function takeRequest(ledger: Ledger, fact: FactOf<'request'>): void {
  noticeStaying(ledger)
  if (fact.purpose === 'message') {
    takeMessage(ledger, fact)
    return
  }
  const draft = fact.purpose === 'event' ? fallback(ledger, fact) : call(ledger, fact)
  draft.out = fact
  ledger.lastOut = draft
  draft.transport = 'http'
  draft.awaits = 'response'
  ledger.open.add(draft)
  ledger.dirty.add(draft)
  ledger.requests.set(fact.request, draft)
  noticeTwin(ledger, draft)
  noticeIgnored(ledger, draft)
}

function call(ledger: Ledger, fact: FactOf<'request'>): Draft {
  const entered = fact.call === undefined ? undefined : ledger.calls.get(fact.call)
  if (entered && !entered.out) return entered
  const draft = bear(ledger, fact, {
    kind: 'call',
    via: fact.purpose === 'api' ? 'api' : 'server_function',
    transport: 'http',
    ...endpointOf(fact.url),
  })
  if (fact.call !== undefined && !entered) ledger.calls.set(fact.call, draft)
  return draft
}

/** Without a socket the runtime posts the event to the page's own address (djust-wire 3.2). */
function fallback(ledger: Ledger, fact: FactOf<'request'>): Draft {
  const name = fact.event ?? ''
  const begun = dispatchFor(ledger, fact.dispatch, name) ?? refused(ledger, name, fact.at)
  if (begun) return begun
  const draft = bear(ledger, fact, { kind: 'dispatch', name, transport: 'http' })
  if (fact.dispatch !== undefined && !ledger.dispatches.has(fact.dispatch))
    ledger.dispatches.set(fact.dispatch, draft)
  return draft
}

/** The refusal is told a promise before the request goes out, so nothing else links the two; ms. */
const NEXT = 100

function refused(ledger: Ledger, name: string, at: number): Draft | undefined {
  const draft = ledger.refused.get(name)
  ledger.refused.delete(name)
  return draft && !draft.out && at - (draft.dispatchSettled?.at ?? 0) <= NEXT ? draft : undefined
}

export function takeResponse(ledger: Ledger, fact: FactOf<'response'>): void {
  const draft = ledger.requests.get(fact.request)
  if (!draft) {
    const orphan = bear(ledger, fact, { kind: 'system', name: 'response', transport: 'http' })
    answer(ledger, orphan, fact, readHead(fact.body), 'itself')
    return
  }
  if (draft.out?.type === 'request' && draft.out.purpose === 'message') takeReceipt(ledger, draft, fact)
  else {
    noticeResponse(ledger, answer(ledger, draft, fact, readHead(fact.body), 'request'))
    // What the shaker holds back is late or early only once the page has it.
    if (draft.shaken?.way !== 'back') markStale(ledger, draft)
  }
}

/** `{"ok":true}` only says that the server has dealt with the frame; an error instead is all the answer there will be. */
function takeReceipt(ledger: Ledger, draft: Draft, fact: FactOf<'response'>): void {
  draft.receipt = fact
  ledger.dirty.add(draft)
  if (draft.awaits === 'response' || fact.status >= 400) close(ledger, draft)
}

export function takeRequestFailed(ledger: Ledger, fact: FactOf<'request-failed'>): void {
  const draft = ledger.requests.get(fact.request)
  if (!draft) return
  draft.failed = fact
  close(ledger, draft)
  cutOff(ledger, draft, fact.at)
}
