/** The page's memory of facts: bounded in count and in bytes, the oldest go first. */
import type { Caps } from '../../protocol/commands.ts'
import { mapDelete, mapGet, mapSet, PristineMap } from './pristine.ts'

interface Kept {
  text: string
  at: number
}

interface Ring {
  /** The first seq still held, and the seq that the next fact will get. */
  oldest: number
  next: number
  /** When the last dropped fact happened, ms. */
  droppedAt: number
  /** Keeps the next fact, already serialised. Its seq is the former `next`. */
  push(text: string, at: number): void
  /** Drops what no longer fits the caps. */
  trim(): void
  textOf(seq: number): string
}

export function createRing(caps: Caps): Ring {
  const kept = new PristineMap<number, Kept>()
  let bytes = 0
  const ring: Ring = {
    oldest: 0,
    next: 0,
    droppedAt: 0,
    push(text, at) {
      mapSet(kept, ring.next++, { text, at })
      bytes += text.length
      ring.trim()
    },
    trim() {
      while (ring.oldest < ring.next && (ring.next - ring.oldest > caps.facts || bytes > caps.bytes)) {
        const dropped = mapGet(kept, ring.oldest) as Kept
        mapDelete(kept, ring.oldest++)
        bytes -= dropped.text.length
        ring.droppedAt = dropped.at
      }
    },
    textOf: (seq) => (mapGet(kept, seq) as Kept).text,
  }
  return ring
}
