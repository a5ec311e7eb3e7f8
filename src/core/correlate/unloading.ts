/**
 * Tells what failed from what the browser cut off because the page was going.
 *
 * Firefox closes sockets and aborts requests when it begins to unload a page, before `pagehide`; Chromium aborts some. To the page
 * both look like failures of the network. How long before depends on how busy the machine is, but a socket that the browser closes says so.
 */
import type { FactOf } from '../../protocol/facts.ts'
import type { Head } from './head.ts'
import type { Draft, Ledger } from './ledger.ts'

/** How long before it left, ms, a page's connections may be cut off for that reason. */
const UNLOADING = 250
/** The same for a page whose socket was closed as going away (RFC 6455, 7.4.1) and that did nothing of djust's since, ms. A server that goes away says
 * the same, but a runtime that stays connects again after half a second. */
const GOING = 1000
const GOING_AWAY = 1001
/** The same for a page that the server told to go elsewhere and that did nothing of djust's since, ms: it leaves when the next page answers. */
const TOLD = 5000

export function cutOff(ledger: Ledger, draft: Draft, at: number): void {
  const first = ledger.cutOff[0]
  if (first && at - first.at > TOLD) ledger.cutOff = ledger.cutOff.filter((each) => at - each.at <= TOLD)
  ledger.cutOff.push({ draft, at })
}

export function noticeGoing(ledger: Ledger, { code, at }: FactOf<'connection-closed'>): void {
  if (code === GOING_AWAY) ledger.going = { at, within: GOING }
}

/** Over SSE these load a page (djust-wire 3.1); a page over WebSocket that stays in its document sends something next. */
export function noticeTold(ledger: Ledger, { type, label }: Head, at: number): void {
  const leads = type === 'reload' || type === 'navigate' || (type === 'navigation' && label !== 'live_patch')
  if (leads) ledger.going = { at, within: TOLD }
}

/** It opens or sends something: whatever was closed before, the page is not going. */
export function noticeStaying(ledger: Ledger): void {
  ledger.going = undefined
}

export function abandonCutOff(ledger: Ledger, { at: left }: FactOf<'leave'>): void {
  const { going } = ledger
  for (const { draft, at } of ledger.cutOff) {
    const isGoing = going !== undefined && at >= going.at - UNLOADING && left - at <= going.within
    if ((left - at > UNLOADING && !isGoing) || draft.answers.length > 0) continue
    draft.ending = {
      status: 'abandoned',
      says: `It was cut off ${Math.round(left - at)} ms before the page left, as browsers do when they unload a page.`,
      unloading: true,
    }
    ledger.dirty.add(draft)
  }
  ledger.cutOff = []
  ledger.going = undefined
}
