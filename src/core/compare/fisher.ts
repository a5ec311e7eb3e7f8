/** Fisher's exact test of a two by two table: is a share the same on both sides? Two-sided. */
import { logChoose } from './normal.ts'

/** Tables that are equally likely must count as such, whatever the rounding. */
const SLACK = 1 + 1e-7

/** `hits` of `n` against `otherHits` of `m`: the probability of all tables as unlikely as this one, given its margins. */
export function fisher(hits: number, n: number, otherHits: number, m: number): number {
  const all = hits + otherHits
  const chance = (k: number) => Math.exp(logChoose(n, k) + logChoose(m, all - k) - logChoose(n + m, all))
  const observed = chance(hits) * SLACK
  let sum = 0
  for (let k = Math.max(0, all - m); k <= Math.min(n, all); k++) {
    const each = chance(k)
    if (each <= observed) sum += each
  }
  return Math.min(1, sum)
}
