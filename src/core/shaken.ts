/** How long the shaker held up an exchange, and the sentence for it: never the server's or the network's time. */
import type { Draft } from './correlate/ledger.ts'
import type { Shaken } from './exchange.ts'
import { formatMs } from './numbers.ts'

export function shakenOf({ shaken, handed, answers }: Draft): Shaken | undefined {
  if (!shaken) return undefined
  const { seed, number, way, ms } = shaken
  if (way === 'out') return { seed, number, way, held: ms, due: ms }
  const came = answers[0]?.fact.at
  const held = handed && (came === undefined ? 0 : Math.max(0, handed.at - came))
  return { seed, number, way, held, due: ms }
}

export function shakenSentence({ seed, number, way, held, due }: Shaken): string {
  const by = `by the shaker (seed ${seed}, #${number})`
  if (way === 'out') return `Delayed by ${formatMs(held ?? 0)} ${by}, before it was sent.`
  const rule = `no sooner than ${formatMs(due)} after it was asked for`
  return held === undefined
    ? `Its answer is held ${by}: the page gets it ${rule}.`
    : `Its answer was delayed by ${formatMs(held)} ${by}: the page got it ${rule}.`
}
