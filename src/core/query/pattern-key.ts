/** A key whose values are texts of the log, compared as patterns. */
import type { Exchange } from '../exchange.ts'
import type { Key } from './key.ts'
import { compilePattern } from './pattern.ts'

export function patternKey(name: string, says: string, valuesOf: (row: Exchange) => readonly string[]): Key {
  return {
    name,
    says,
    reads: 'fields',
    choices: [],
    valuesOf,
    read(value) {
      const matches = compilePattern(value)
      return (row) => valuesOf(row).some(matches)
    },
  }
}
