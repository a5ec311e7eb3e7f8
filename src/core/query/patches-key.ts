/** `patches:3`, `patches:>3`, `patches:0`: how many patches came. */
import type { Key } from './key.ts'

const COMPARISONS: ReadonlyMap<string, (patches: number, wanted: number) => boolean> = new Map([
  ['', (patches: number, wanted: number) => patches === wanted],
  ['=', (patches: number, wanted: number) => patches === wanted],
  ['>', (patches: number, wanted: number) => patches > wanted],
  ['>=', (patches: number, wanted: number) => patches >= wanted],
  ['<', (patches: number, wanted: number) => patches < wanted],
  ['<=', (patches: number, wanted: number) => patches <= wanted],
])

export const patchesKey: Key = {
  name: 'patches',
  says: 'how many patches came: 3, >3, <=3',
  reads: 'fields',
  choices: [{ value: '>0', says: 'any patches at all' }],
  valuesOf: (row) => [String(row.patches)],
  read(value) {
    const [, sign = '', digits] = /^([<>]?=?)(\d+)$/.exec(value) ?? []
    const compare = COMPARISONS.get(sign)
    if (digits === undefined || !compare)
      return { wrong: 'patches takes a whole number, such as 3, or a comparison, such as >3 or <=3' }
    const wanted = Number(digits)
    return (row) => compare(row.patches, wanted)
  },
}
