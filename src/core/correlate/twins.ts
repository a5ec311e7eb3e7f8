/** Notices the same call or dispatch going out twice at once. */
import type { Draft, Ledger } from './ledger.ts'
import { triggerOf } from './trigger-of.ts'

/** No person does the same thing twice within this, ms; two listeners on one event do. */
const AT_ONCE = 20
/** What goes on for longer, with pauses and answers in between, is one run of it, ms. */
const ONE_RUN = 250
/** Names are few; what a page makes up as it goes must not pile up. */
const MOST_NAMES = 64

/** To be told of every row of these kinds when what it sends has been seen. */
export function noticeTwin(ledger: Ledger, draft: Draft): void {
  if (draft.kind !== 'call' && draft.kind !== 'dispatch') return
  const key = `${draft.kind} ${draft.view} ${draft.name}`
  const older = ledger.newest.get(key)
  ledger.newest.delete(key)
  ledger.newest.set(key, draft)
  if (ledger.newest.size > MOST_NAMES) ledger.newest.delete(ledger.newest.keys().next().value ?? '')
  if (!older || !isAlike(older, draft)) return
  const before = sentAt(draft) - sentAt(older)
  if (before > ONE_RUN) return
  const atOnce = before <= AT_ONCE && older.answers.length === 0
  draft.twin = { first: older.twin?.first ?? older, before, atOnce }
  const { first } = draft.twin
  first.copies = [...first.copies, draft]
  // What the first of them said is no longer so when there are more than two.
  for (const copy of first.copies) ledger.dirty.add(copy)
}

function isAlike(one: Draft, other: Draft): boolean {
  const mine = triggerOf(one)
  // Widgets that load the same thing by themselves are no person's doing.
  if (!mine) return false
  const theirs = triggerOf(other)
  return (
    mine.element === theirs?.element &&
    mine.event === theirs?.event &&
    contentOf(one) === contentOf(other) &&
    one.transport === other.transport
  )
}

const sentAt = ({ out, at }: Draft) => out?.at ?? at

/** What was sent, but for the frame's own ref, which differs every time. Of what was cut nobody knows whether it is the same. */
function contentOf({ out, ref, seq }: Draft): string {
  if (!out || out.body.cut) return `only ${seq}`
  if (ref === undefined) return out.body.text
  const { ref: _, ...rest } = JSON.parse(out.body.text)
  return JSON.stringify(rest)
}
