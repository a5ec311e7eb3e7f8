/** Who asked for a row: what the seams said, weighed. */
import type { Trigger } from '../../protocol/facts.ts'
import type { Draft } from './ledger.ts'

const CERTAINTY = ['runtime', 'same-task', 'recent'] as const

/** The surest of what the seams said about who asked. */
export function triggerOf(draft: Draft): Trigger | undefined {
  const said = [draft.out?.trigger, draft.dispatch?.trigger, draft.call?.trigger, draft.local?.trigger]
  for (const certainty of CERTAINTY) {
    const trigger = said.find((each) => each?.certainty === certainty)
    if (trigger) return trigger
  }
  return undefined
}
