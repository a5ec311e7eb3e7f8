/** Counts what is shaken, each kind and name by itself: the schedule goes by these numbers, never by the clock. */
import { delayOf, type Shake } from '../../protocol/shaker.ts'

export interface Turn {
  seed: number
  number: number
  /** ms. */
  delay: number
}

export type Numbering = (kind: 'call' | 'dispatch', name: string) => Turn

export function createNumbering(shake: Shake): Numbering {
  const counts = new Map<string, number>()
  return (kind, name) => {
    const key = `${kind} ${name}`
    const number = (counts.get(key) ?? 0) + 1
    counts.set(key, number)
    return { seed: shake.seed, number, delay: delayOf(shake, kind, name, number) }
  }
}
