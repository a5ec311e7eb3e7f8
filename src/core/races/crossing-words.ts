/** A crossing in a sentence, around the link to the row that was quicker. */
import type { Exchange } from '../exchange.ts'
import { formatMany, formatMs } from '../numbers.ts'
import type { Crossing } from './crossings.ts'

export interface CrossingWords {
  before: string
  after: string
}

export function crossingWords({ older, ms }: Crossing): CrossingWords {
  if (older.kind === 'call')
    return {
      before: 'A newer call of the same function, ',
      after: `, was answered ${formatMs(ms)} before this one. ${usedBy(older)}`,
    }
  return {
    before: 'A newer dispatch of the same name, ',
    after: `, had been asked for ${formatMs(ms)} before the patches of this one were applied: they show what was asked for before.`,
  }
}

function usedBy({ drawn }: Exchange): string {
  if (!drawn) return 'Whether the page used what came late is not observed.'
  const nodes = drawn.inside + drawn.outside
  return nodes === 0
    ? 'The page changed nothing with what came late.'
    : `The page used what came late: it changed ${formatMany(nodes, 'node', 'nodes')}.`
}
