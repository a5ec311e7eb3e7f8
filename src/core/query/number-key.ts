/** A key that finds what is at least so much, as the Network panel's `larger-than:` does. */
import type { Exchange } from '../exchange.ts'
import type { Key } from './key.ts'

interface Amounts {
  name: string
  says: string
  /** How much one of each unit is; the empty name for no unit. */
  units: ReadonlyMap<string, number>
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
      const [, digits, unit = ''] = /^(\d+(?:\.\d*)?|\.\d+)([a-z]*)$/i.exec(value) ?? []
      const one = units.get(unit.toLowerCase())
      if (digits === undefined || one === undefined)
        return {
          wrong: `${name} takes a number, such as ${examples.join(' or ')} (units: ${list.join(', ')})`,
        }
      const least = Number(digits) * one
      return (row) => (amountOf(row) ?? -1) >= least
    },
  }
}
