/** The page's memory of facts: bounded in count and in bytes, the oldest go first. */
import type { Caps } from '../../protocol/commands.ts'
import { mapDelete, mapGet, mapSet, PristineMap } from './pristine.ts'

interface Kept {
  text: string
  at: number
}

interface Ring {
  /** Keeps the next fact, already serialised. Its seq is the former `next`. */
  push(text: string, at: number): void
  /** Drops what no longer fits the caps. */
  trim(): void
  /** The first seq still held, and the seq that the next fact will get. */
  oldest(): number
  next(): number
  textOf(seq: number): string
  /** When the last dropped fact happened, ms. */
  droppedAt(): number
}

export function createRing(caps: Caps): Ring {
  const kept = new PristineMap<number, Kept>()
  let oldest = 0
  let next = 0
  let bytes = 0
  let droppedAt = 0

  function trim() {
    while (oldest < next && (next - oldest > caps.facts || bytes > caps.bytes)) {
      const dropped = mapGet(kept, oldest) as Kept
      mapDelete(kept, oldest++)
      bytes -= dropped.text.length
      droppedAt = dropped.at
    }
  }
  return {
    push(text, at) {
      mapSet(kept, next++, { text, at })
      bytes += text.length
      trim()
    },
    trim,
    oldest: () => oldest,
    next: () => next,
    textOf: (seq) => (mapGet(kept, seq) as Kept).text,
    droppedAt: () => droppedAt,
  }
}
