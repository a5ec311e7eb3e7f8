/** Gives a dispatch the attributes of its element that nobody reads, which were noticed right before it went out. */
import type { Draft, Ledger } from './ledger.ts'
import { triggerOf } from './trigger-of.ts'

/** As long as what a user did counts as what asked, ms. */
const RECENT = 1000

export function noticeIgnored(ledger: Ledger, draft: Draft): void {
  const { ignored } = ledger
  if (!ignored || draft.kind !== 'dispatch' || (draft.out?.at ?? draft.at) - ignored.at > RECENT) return
  if (triggerOf(draft)?.element !== ignored.element) return
  draft.ignored = ignored.attributes
  ledger.ignored = undefined
}
