/** What a number of exchanges comes to. Types, and the one figure that follows from others. */
import type { PhaseName } from '../timing.ts'
import type { Spread } from './spread.ts'

export interface Figures {
  n: number
  errors: number
  pending: number
  /** Of those, `rerenders` re-rendered; the rest has no answer yet, or the evidence does not decide. */
  decided: number
  rerenders: number
  /** From the asking to the last thing seen of the first answer. Undefined, as every spread, when nobody observed any. */
  time: Spread | undefined
  /** What the server says it spent. */
  server: Spread | undefined
  /** Of the first answer, in the order of `phasesOf`; each of those in which it was observed. */
  phases: readonly { name: PhaseName; spread: Spread | undefined }[]
  /** Bytes up and down. These and the counts below are exact up to 2^53. */
  sent: number
  received: number
  /** On the wire. */
  patches: number
  /** Of those, `nodes` nodes of the page changed; of the rest nobody counted. */
  counted: number
  nodes: number
}

/** From 0 to 1; undefined when nothing is decided. */
export function rerenderRateOf({ rerenders, decided }: Figures): number | undefined {
  return decided === 0 ? undefined : rerenders / decided
}
