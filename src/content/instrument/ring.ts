/** The page's memory of facts: bounded in count and in bytes, the head go first. */
import type { Caps } from '../../protocol/commands.ts'
import { bare } from './pristine.ts'

interface Kept {
  text: string
  at: number
}

interface Ring {
  /** The first seq still held, and the seq that the next fact will get. */
  head: number
  tail: number
  /** When the last dropped fact happened, ms. */
  droppedAt: number
  /** Keeps the next fact, already serialised. Its seq is the former `tail`. */
  keep(text: string, at: number): void
  /** Drops what no longer fits the caps. */
  trim(): void
  textOf(seq: number): string
}

export function createRing(caps: Caps): Ring {
  const kept = bare<Record<number, Kept>>({})
  let bytes = 0
  const ring: Ring = {
    head: 0,
    tail: 0,
    droppedAt: 0,
    keep(text, at) {
      kept[ring.tail++] = { text, at }
      bytes += text.length
      ring.trim()
    },
    trim() {
      while (ring.head < ring.tail && (ring.tail - ring.head > caps.facts || bytes > caps.bytes)) {
        const dropped = kept[ring.head] as Kept
        delete kept[ring.head++]
        bytes -= dropped.text.length
        ring.droppedAt = dropped.at
      }
    },
    textOf: (seq) => (kept[seq] as Kept).text,
  }
  return ring
}
