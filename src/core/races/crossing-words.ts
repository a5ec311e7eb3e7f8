/** A crossing in a sentence, around the link to the row that was quicker. */
import { formatMs } from '../numbers.ts'
import type { Crossing } from './crossings.ts'

export interface CrossingWords {
  before: string
  after: string
}

export function crossingWords({ older, ms }: Crossing): CrossingWords {
  if (older.kind === 'call')
    return {
      before: 'A newer call of the same function, ',
      after: `, was answered ${formatMs(ms)} before this one. Whether the page used what came late is not observed.`,
    }
  return {
    before: 'A newer dispatch of the same name, ',
    after: `, had been asked for ${formatMs(ms)} before the patches of this one were applied: they show what was asked for before.`,
  }
}
