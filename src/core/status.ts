/** How an exchange ended, and what its Status column reads. */
import { bodyOf, type Draft } from './correlate/ledger.ts'
import type { Failure, Status } from './exchange.ts'
import { outcomeOf } from './outcome.ts'

export interface Standing {
  status: Status
  statusText: string
  failure?: Failure
}

export function standingOf(draft: Draft): Standing {
  if (draft.closed) return closed(draft.closed)
  if (draft.unreadable) return unread(draft, draft.unreadable)
  if (draft.answers.some((answer) => answer.fact.type === 'response')) return answeredOverHttp(draft)
  if (draft.answers.length > 0) return answeredByFrame(draft)
  return unanswered(draft)
}

const OK: Standing = { status: 'ok', statusText: 'ok' }
const LOST: Standing = { status: 'lost', statusText: '(connection lost)' }
const ABANDONED: Standing = { status: 'abandoned', statusText: '(abandoned)' }

/** 1000 and 1001 are the orderly ends of a socket; an SSE stream has no code. */
function closed({ code, reason }: NonNullable<Draft['closed']>): Standing {
  if (code === undefined || code === 1000 || code === 1001) return OK
  const message = reason
    ? `The connection closed with ${code}: ${reason}`
    : `The connection closed with ${code}.`
  return { status: 'error', statusText: String(code), failure: { message } }
}

function unread(draft: Draft, why: NonNullable<Draft['unreadable']>): Standing {
  if (why === 'cut') return { status: 'ok', statusText: 'cut' }
  if (why === 'binary') return { status: 'ok', statusText: 'binary' }
  const body = draft.answers[0]?.fact.body ?? bodyOf(draft)
  return {
    status: 'error',
    statusText: why,
    failure: { message: `The frame is ${why}: ${(body?.text ?? '').slice(0, 80)}` },
  }
}

function answeredByFrame(draft: Draft): Standing {
  for (const answer of draft.answers) {
    const { failed } = outcomeOf(answer)
    if (!failed) continue
    const failure = failureOf(answer.head, 'The server sent an error without a text.')
    if (failed === 'limited') return { status: 'limited', statusText: 'rate limited', failure }
    return { status: 'error', statusText: answer.head.code ?? 'error', failure }
  }
  return OK
}

function answeredOverHttp(draft: Draft): Standing {
  const answer = draft.answers.find((each) => each.fact.type === 'response')
  if (answer?.fact.type !== 'response') return OK
  const { status, statusText } = answer.fact
  if (status > 0 && status < 400) return { status: 'ok', statusText: String(status) }
  const text = `djust.call failed: ${status}`
  const fallback = draft.kind === 'call' ? text : `${status} ${statusText}`.trim()
  const failure = failureOf(answer.head, draft.callSettled?.error?.message ?? fallback)
  // The runtime calls every error without djust's own JSON `http_error` (djust-wire 4.1).
  if (draft.kind === 'call') failure.code = answer.head.code ?? 'http_error'
  else if (failure.code === failure.message) delete failure.code
  return { status: status === 429 ? 'limited' : 'error', statusText: String(status), failure }
}

function failureOf(head: { message?: string; code?: string; details?: unknown }, otherwise: string): Failure {
  const failure: Failure = { message: head.message || otherwise }
  if (head.code !== undefined) failure.code = head.code
  if (head.details !== undefined) failure.details = head.details
  return failure
}

function unanswered(draft: Draft): Standing {
  const { failed, receipt, callSettled, dispatchSettled, ending } = draft
  if (ending?.unloading) return ABANDONED
  if (failed?.reason === 'abort')
    return { status: 'abandoned', statusText: '(aborted)', failure: { message: failed.message } }
  if (failed) return { status: 'error', statusText: '(failed)', failure: { message: failed.message } }
  if (receipt && receipt.status >= 400)
    return {
      status: receipt.status === 429 ? 'limited' : 'error',
      statusText: String(receipt.status),
      failure: {
        message: `The server did not take the frame: ${receipt.status} ${receipt.statusText}`.trim(),
      },
    }
  if (receipt && draft.awaits === 'response') return { status: 'ok', statusText: String(receipt.status) }
  if (draft.local) return { status: 'ok', statusText: 'cached' }
  if (callSettled) return settledCall(draft, callSettled)
  if (dispatchSettled && !draft.out) return settledDispatch(dispatchSettled)
  if (ending) return ending.status === 'lost' ? LOST : ABANDONED
  if (draft.awaits === 'nothing') return { status: 'ok', statusText: 'sent' }
  return { status: 'pending', statusText: '(pending)' }
}

/** The runtime settled a call whose response was not seen, or was not needed. */
function settledCall(draft: Draft, { error }: NonNullable<Draft['callSettled']>): Standing {
  if (!error) return OK
  const failure: Failure = { message: error.message }
  if (error.code !== undefined) failure.code = error.code
  const text = error.status === undefined ? (draft.out ? '(failed)' : '(refused)') : String(error.status)
  return { status: error.status === 429 ? 'limited' : 'error', statusText: text, failure }
}

function settledDispatch({ outcome, message }: NonNullable<Draft['dispatchSettled']>): Standing {
  if (outcome === 'settled') return { status: 'ok', statusText: 'not sent' }
  const text =
    outcome === 'refused'
      ? 'The runtime refused to send it: no open, mounted connection.'
      : 'The dispatch failed.'
  const failure = { message: message || text }
  if (outcome === 'refused') return { status: 'abandoned', statusText: '(refused)', failure }
  return { status: 'error', statusText: '(failed)', failure }
}
