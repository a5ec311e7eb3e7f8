/** What the shaker did to an exchange, in a sentence. */
import type { Shaken } from '../exchange.ts'
import { formatMs } from '../numbers.ts'

export function shakenSentence({ seed, number, way, held, due }: Shaken): string {
  const by = `by the shaker (seed ${seed}, #${number})`
  if (way === 'out') return `Delayed by ${formatMs(held ?? 0)} ${by}, before it was sent.`
  const rule = `no sooner than ${formatMs(due)} after it was asked for`
  return held === undefined
    ? `Its answer is held ${by}: the page gets it ${rule}.`
    : `Its answer was delayed by ${formatMs(held)} ${by}: the page got it ${rule}.`
}
