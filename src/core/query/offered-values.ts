/** Values to complete a key with: those that occur in the log, most frequent first, then those that only could. */
import type { Exchange } from '../exchange.ts'
import type { Key } from './key.ts'

export interface Offer {
  value: string
  says?: string
  /** How many of the rows that were looked at it would find; absent where nobody counted. */
  count?: number
}

/** How many of the newest rows are looked at. */
const NEWEST = 3_000
/** Longer values are no help to choose from. */
const LONGEST = 120

export function offeredValues({ read, choices, valuesOf }: Key, rows: readonly Exchange[]): Offer[] {
  const sample = rows.slice(-NEWEST)
  const counts = valuesOf ? tally(sample, valuesOf) : new Map<string, number>()
  const chosen = choices.map(({ value, says }) => {
    const test = read(value)
    return { value, says, count: 'wrong' in test ? 0 : sample.filter(test).length }
  })
  const occurring = [...counts].map(([value, count]) => ({ value, count }))
  return [...chosen, ...occurring].sort(byCount)
}

export const byCount = (a: Offer, b: Offer) => (b.count ?? 0) - (a.count ?? 0)

/** Of each value, of how many of these it is one. What could not be typed is left out. */
export function tally<T>(sample: readonly T[], valuesOf: (each: T) => Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of sample)
    for (const value of new Set(valuesOf(each))) {
      const count = counts.get(value)
      if (count !== undefined) counts.set(value, count + 1)
      else if (value !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value)) counts.set(value, 1)
    }
  return counts
}
