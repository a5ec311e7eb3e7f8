/** What the page was seen doing while it handled an answer: markers, DOM changes, completion, paint. */
import type { Fact, FactOf } from '../../protocol/facts.ts'
import type { DomChange } from '../exchange.ts'
import type { Answer, Ledger, Runtime } from './ledger.ts'
import { takeUnframed } from './local.ts'
import { seeApplied } from './runtime.ts'

export type Seen =
  | FactOf<'marker'>
  | FactOf<'mutation'>
  | FactOf<'frame-done'>
  | FactOf<'painted'>
  | FactOf<'collateral'>
  | FactOf<'drawn'>

export function isSeen(fact: Fact): fact is Seen {
  return (
    fact.type === 'marker' ||
    fact.type === 'mutation' ||
    fact.type === 'frame-done' ||
    fact.type === 'painted' ||
    fact.type === 'collateral' ||
    fact.type === 'drawn'
  )
}

/** Without a frame it belongs to no answer; the fact itself stays in the log. */
export function takeSeen(ledger: Ledger, fact: Seen): void {
  if (fact.type === 'marker') {
    if (fact.frame === undefined) takeUnframed(ledger, fact)
    else learn(ledger, fact.marker === 'apply-start' ? 'marksStart' : 'marksEnd')
  } else if (fact.type === 'frame-done' && fact.by === 'runtime') learn(ledger, 'adopts')
  const answer = fact.frame === undefined ? undefined : ledger.answers.get(fact.frame)
  if (!answer) return
  note(answer, fact)
  seeApplied(ledger, answer)
  ledger.dirty.add(answer.draft)
  for (const released of answer.released) ledger.dirty.add(released.draft)
}

/** Once: what is known of the runtime may turn the verdict of every row before it. */
export function learn(ledger: Ledger, knows: keyof Runtime): void {
  if (ledger.runtime[knows]) return
  ledger.runtime[knows] = true
  for (const draft of ledger.drafts) if (draft.answers.length > 0) ledger.dirty.add(draft)
}

export function note(answer: Answer, fact: Seen): void {
  if (fact.type === 'painted') answer.painted ??= fact
  else if (fact.type === 'collateral') answer.collateral = fact
  else if (fact.type === 'drawn') answer.drawn = fact
  else if (fact.type === 'frame-done') answer.done = fact
  else if (fact.type === 'mutation')
    answer.dom = answer.dom ? { ...summed(answer.dom, fact), seq: fact.seq, at: fact.at } : fact
  else if (fact.marker === 'apply-start') answer.start ??= fact
  else answer.end = fact
}

/** One answer may be applied in several steps. */
export function summed(before: DomChange | undefined, more: DomChange): DomChange {
  const where = before?.where ?? more.where
  return {
    nodes: (before?.nodes ?? 0) + more.nodes,
    added: (before?.added ?? 0) + more.added,
    removed: (before?.removed ?? 0) + more.removed,
    attributes: (before?.attributes ?? 0) + more.attributes,
    text: (before?.text ?? 0) + more.text,
    ...(where === undefined ? {} : { where }),
  }
}
