/** A row without what went over the wire, for whoever keeps many of them and compares what they did. */
import type { Trigger } from '../protocol/facts.ts'
import type { Exchange } from './exchange.ts'

/** Rows that were asked for by the same trigger share it. */
export function createTrimmer(): (row: Exchange) => Exchange {
  const triggers = new Map<string, Trigger>()
  return ({ request: _, stack: __, later: ___, trigger, ...row }) => {
    const key = trigger && JSON.stringify([trigger.element, trigger.event, trigger.certainty])
    const shared = key === undefined ? undefined : (triggers.get(key) ?? trigger)
    if (key !== undefined && shared) triggers.set(key, shared)
    return {
      ...row,
      answers: NONE,
      verdict: { ...row.verdict, evidence: NONE },
      ...(shared ? { trigger: shared } : {}),
    }
  }
}

const NONE: never[] = []
