/** The phases of an exchange (design section 3), from the moments that were observed. */
import type { Times } from './exchange.ts'

export type PhaseName = 'queued' | 'server + network' | 'held' | 'applied' | 'painted'

/** `start` is on the document's clock, both in ms. */
interface Span {
  start: number
  duration: number
}

export interface Phase {
  name: PhaseName
  span: Span | 'not observed'
}

/** Always all five, in order. What was not observed says so and is never guessed from its neighbours. */
export function phasesOf(times: Times): Phase[] {
  // Without the start of the apply nobody saw whether the client held the answer back, so the two share one span.
  const begun = times.applying ?? times.received
  return [
    { name: 'queued', span: between(times.queued, times.sent) },
    { name: 'server + network', span: between(times.sent, times.received) },
    { name: 'held', span: between(times.received, times.applying ?? times.handed) },
    { name: 'applied', span: between(begun, times.applied) },
    { name: 'painted', span: between(times.applied, times.painted) },
  ]
}

function between(start: number | undefined, end: number | undefined): Span | 'not observed' {
  if (start === undefined || end === undefined || end < start) return 'not observed'
  return { start, duration: end - start }
}
