/** A key that finds what is at least so much, as the Network panel's `larger-than:` does. */
import type { Exchange } from '../exchange.ts'
import type { Key } from './key.ts'
import { readAmount, type Units } from './read-amount.ts'

interface Amounts {
  name: string
  says: string
  units: Units
  /** Of a row; undefined where it is not known, which is no amount at all. */
  amountOf(row: Exchange): number | undefined
  /** Values to offer. */
  examples: readonly string[]
}

export function numberKey({ name, says, units, amountOf, examples }: Amounts): Key {
  const list = [...units.keys()].filter((unit) => unit !== '')
  return {
    name,
    says,
    reads: 'fields',
    choices: examples.map((value) => ({ value, says: `at least ${value}` })),
    read(value) {
      const least = readAmount(value, units)
      if (least === undefined)
        return {
          wrong: `${name} takes a number, such as ${examples.join(' or ')} (units: ${list.join(', ')})`,
        }
      return (row) => (amountOf(row) ?? -1) >= least
    },
  }
}
