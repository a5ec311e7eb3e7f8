/** The shaker: what it is told, and how long it holds what. The same seed gives the same delays in every browser and on every machine. */

/** What it is told to do; nothing at all for one that shall stop. */
export interface Shake {
  seed: number
  /** The longest delay, ms. */
  most: number
  calls: boolean
  dispatches: boolean
}

/**
 * What a page is told, again and again: in Firefox nobody tells a page that its extension was reloaded or removed, so what is told no more
 * has to stop of its own.
 */
export interface Lease extends Shake {
  /** One shaking has one, whatever page it shakes: what is told again under the same goes on from where it is. */
  round: number
  /** How long it holds from when it is told, ms. */
  lease: number
}

/** Delays differ by at least this share of the longest one or not at all, so that a machine's own jitter turns no order. */
const STEPS = 8

/** ms, from 0 to `most`. `number` counts those of this kind and name from 1. */
export function delayOf(
  { seed, most }: Pick<Shake, 'seed' | 'most'>,
  kind: 'call' | 'dispatch',
  name: string,
  number: number,
): number {
  return Math.round(((scatter(`${seed} ${kind} ${number} ${name}`) % (STEPS + 1)) * most) / STEPS)
}

/** FNV-1a over code units, and MurmurHash3's last steps, so that neighbours differ in every bit. */
function scatter(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
