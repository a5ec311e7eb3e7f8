/** How long the shaker held up an exchange: never the server's or the network's time. */
import type { Draft } from './correlate/ledger.ts'
import type { Shaken } from './exchange.ts'

export function shakenOf({ shaken, handed, answers }: Draft): Shaken | undefined {
  if (!shaken) return undefined
  const { seed, number, way, ms } = shaken
  if (way === 'out') return { seed, number, way, held: ms, due: ms }
  const came = answers[0]?.fact.at
  const held = handed && (came === undefined ? 0 : Math.max(0, handed.at - came))
  return { seed, number, way, held, due: ms }
}
