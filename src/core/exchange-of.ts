/** Turns a row in the making into the row that is shown. */

import { collateralOf } from './collateral.ts'
import { type Answer, bodyOf, type Draft, stackOf } from './correlate/ledger.ts'
import { summed } from './correlate/renders.ts'
import { triggerOf } from './correlate/trigger-of.ts'
import { isDropped } from './dropped.ts'
import type { DomChange, Exchange, Moment, Times } from './exchange.ts'
import { faultsOf } from './faults/faults.ts'
import { appliedWith, ownDom } from './held.ts'
import { outcomeOf } from './outcome.ts'
import { shakenOf } from './shaken.ts'
import { standingOf } from './status.ts'
import { verdictOf } from './verdict.ts'

export function exchangeOf(doc: string, frame: number, draft: Draft): Exchange {
  const { answers } = draft
  const { status, statusText, failure } = standingOf(draft)
  const bodies = answers.map((answer) => answer.fact.body)
  if (draft.receipt) bodies.unshift(draft.receipt.body)
  const request = bodyOf(draft)
  const trigger = triggerOf(draft)
  const stack = stackOf(draft)
  const dom = domOf(answers)
  const collateral = collateralOf(answers)
  const exchange: Exchange = {
    id: `${doc}/${draft.seq}`,
    doc,
    frame,
    seq: draft.seq,
    at: draft.at,
    kind: draft.kind,
    name: draft.name,
    view: draft.view,
    transport: draft.transport,
    status,
    statusText,
    answers: bodies,
    patches: answers.reduce((sum, answer) => sum + (answer.head.patches ?? 0), 0),
    times: timesOf(draft),
    sent: draft.out?.body.bytes ?? 0,
    received: bodies.reduce((sum, body) => sum + body.bytes, 0),
    verdict: verdictOf(draft, status),
    ...(failure ? { failure } : {}),
    ...(trigger ? { trigger } : {}),
    ...(stack ? { stack } : {}),
    ...(request ? { request } : {}),
    ...(dom ? { dom } : {}),
    ...(collateral ? { collateral } : {}),
  }
  // What the shaker held back was measured before the page had it.
  const drawn = draft.shaken?.way === 'back' ? undefined : answers[0]?.drawn
  if (drawn) {
    const { inside, outside, where } = drawn
    exchange.drawn = { inside, outside, ...(where === undefined ? {} : { where }) }
  }
  if (draft.ignored) exchange.ignored = draft.ignored
  if (draft.via) exchange.via = draft.via
  if (draft.ref !== undefined) exchange.ref = draft.ref
  if (draft.source !== undefined) exchange.source = draft.source
  if (draft.strange.length > 0) exchange.unknown = [...new Set(draft.strange)]
  const faults = faultsOf(draft)
  if (faults.length > 0) exchange.faults = faults
  const shaken = shakenOf(draft)
  if (shaken) exchange.shaken = shaken
  const last = answers.at(-1)
  if (last) exchange.answered = { seq: last.fact.seq, at: last.fact.at }
  if (answers.length > 1) exchange.later = answers.slice(1).map((answer) => answerTimes(answer))
  const renders = answers.filter(isRender)
  if (draft.local) exchange.renders = [{ seq: draft.local.seq, at: draft.local.at }]
  // Copied by a map, which leaves no room to grow in every one of 100,000 rows.
  if (renders.length > 0) exchange.renders = renders.map(renderedAt)
  return exchange
}

function domOf(answers: readonly Answer[]): DomChange | undefined {
  let dom: DomChange | undefined
  for (const answer of answers) {
    const own = ownDom(answer)
    if (own) dom = summed(dom, own)
  }
  return dom
}

function timesOf(draft: Draft): Times {
  const times: Times = {}
  const sent = draft.out?.at
  const queued = draft.call?.at ?? draft.dispatch?.at ?? heldFrom(draft)
  if (queued !== undefined && (sent === undefined || queued <= sent)) times.queued = queued
  if (sent !== undefined) times.sent = sent
  const first = draft.answers[0]
  if (!first) return times
  const answered = { ...times, ...answerTimes(first) }
  // The body may be read, by whoever reports it, later than the page was given it.
  if (draft.handed) answered.handed = Math.max(draft.handed.at, answered.received ?? 0)
  return answered
}

/** Where nobody saw it asked for, what the shaker held it before it went is still ours, and not the page's. */
function heldFrom({ shaken, out }: Draft): number | undefined {
  return shaken?.way === 'out' && out ? out.at - shaken.ms : undefined
}

/** Only what can change the DOM is applied; for the rest there is nothing to have observed. */
function answerTimes(answer: Answer): Times {
  const times: Times = { received: receivedAt(answer) }
  const { fact } = answer
  if (fact.type === 'response') times.answering = fact.headers
  const server = fact.type === 'response' ? fact.server : answer.head.render
  if (server !== undefined) times.server = server
  const { render } = outcomeOf(answer)
  if (render === 'none' || render === 'empty' || isDropped(answer) || isHeldBack(answer)) return times
  const { start, painted } = appliedWith(answer)
  if (start) times.applying = start.at
  const applied = appliedBy(answer)
  if (applied) times.applied = applied.at
  if (painted) times.painted = painted.at
  return times
}

/** What is being applied has been received, though the page may read a body over HTTP sooner than we do. */
function receivedAt(answer: Answer): number {
  const { at, type } = answer.fact
  const { start, end } = appliedWith(answer)
  return type === 'response' ? Math.min(at, start?.at ?? end?.at ?? at) : at
}

/** By the runtime's markers, else by its promise for the frame, else by the DOM. */
function appliedBy(answer: Answer): Moment | undefined {
  const { end, done, dom } = appliedWith(answer)
  if (end) return end
  if (done?.by === 'runtime') return done
  return dom && dom.nodes > 0 ? dom : undefined
}

function isRender(answer: Answer): boolean {
  const { render } = outcomeOf(answer)
  return (render === 'patched' || render === 'replaced') && !isHeldBack(answer) && !isDropped(answer)
}

function isHeldBack({ fate, releasedBy, start, dom }: Answer): boolean {
  return fate !== undefined && !releasedBy && !start && !dom?.nodes
}

function renderedAt(answer: Answer): Moment {
  const { seq, at } = appliedBy(answer) ?? answer.fact
  return { seq, at }
}
