/** The page's memory of facts: bounded in count and in bytes, the oldest go first. */
import type { Caps } from '../../protocol/commands.ts'
import { bare } from './pristine.ts'

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
  keep(text: string, at: number): void
  /** Drops what no longer fits the caps. */
  trim(): void
  textOf(seq: number): string
}

export function createRing(caps: Caps): Ring {
  const kept = bare<Record<number, Kept>>({})
  let bytes = 0
  const ring: Ring = {
    oldest: 0,
    next: 0,
    droppedAt: 0,
    keep(text, at) {
      kept[ring.next++] = { text, at }
      bytes += text.length
      ring.trim()
    },
    trim() {
      while (ring.oldest < ring.next && (ring.next - ring.oldest > caps.facts || bytes > caps.bytes)) {
        const dropped = kept[ring.oldest] as Kept
        delete kept[ring.oldest++]
        bytes -= dropped.text.length
        ring.droppedAt = dropped.at
      }
    },
    textOf: (seq) => (kept[seq] as Kept).text,
  }
  return ring
}
