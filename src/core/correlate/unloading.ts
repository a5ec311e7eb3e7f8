/**
 * Tells what failed from what the browser cut off because the page was going.
 *
 * Firefox closes sockets and aborts requests when it begins to unload a page, before `pagehide`; Chromium aborts some. To the page
 * both look like failures of the network.
 */
import type { FactOf } from '../../protocol/facts.ts'
import type { Draft, Ledger } from './ledger.ts'

/** How long before it left, ms, a page's connections may be cut off for that reason. */
const UNLOADING = 250

export function cutOff(ledger: Ledger, draft: Draft, at: number): void {
  const first = ledger.cutOff[0]
  if (first && at - first.at > UNLOADING)
    ledger.cutOff = ledger.cutOff.filter((each) => at - each.at <= UNLOADING)
  ledger.cutOff.push({ draft, at })
}

export function abandonCutOff(ledger: Ledger, { at: left }: FactOf<'leave'>): void {
  for (const { draft, at } of ledger.cutOff) {
    if (left - at > UNLOADING || draft.answers.length > 0) continue
    draft.ending = {
      status: 'abandoned',
      says: `It was cut off ${Math.round(left - at)} ms before the page left, as browsers do when they unload a page.`,
      unloading: true,
    }
    ledger.dirty.add(draft)
  }
  ledger.cutOff = []
}
