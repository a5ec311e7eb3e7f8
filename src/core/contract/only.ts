/** `only: call search_tags`: nothing else may be asked by this trigger. An empty list: nothing at all. */
import type { Exchange } from '../exchange.ts'
import { allAsked, askedWords, isAskedFor, readAsked } from './asked.ts'
import type { Asked, Contract } from './contract.ts'
import type { Expectation } from './expectation.ts'
import { eachRow } from './judge.ts'
import { readWords, writeWords } from './list.ts'

export const only: Expectation = {
  key: 'only',
  example: 'call search_tags',
  read(value) {
    const words = readWords(value)
    return words && { only: words.map(readAsked) }
  },
  write: ({ only }) => only && writeWords(only.map(askedWords)),
  judge: ({ only = [] }, contract) =>
    eachRow(
      (row) => !only.some((asked) => isAskedFor(asked, row)) && !isByChance(row, contract),
      () => 'was asked',
    ),
  infer: (rows) => (rows.length === 0 ? {} : { only: allAsked(rows) }),
  widen({ only = [] }, rows) {
    const others = rows.filter((row) => !only.some((asked) => isAskedFor(asked, row)))
    return { only: [...only, ...allAsked(others)] }
  },
  clash({ only: one }, { only: other }) {
    if (!one || !other || one.length === 0 || other.length === 0) return undefined
    const isShared = one.some((a) => other.some((b) => a.name === b.name && isKind(a, b)))
    return isShared ? undefined : 'Nothing that the one allows is allowed by the other.'
  },
}

function isKind(a: Asked, b: Asked): boolean {
  return a.kind === undefined || b.kind === undefined || a.kind === b.kind
}

/**
 * A recent trigger is only what a person did last, and anything with a timer may follow it by chance: what the contract knows
 * elsewhere is not held against it.
 */
function isByChance(row: Exchange, { clauses }: Contract): boolean {
  if (row.trigger?.certainty !== 'recent') return false
  return clauses.some(
    ({ of, wants }) =>
      (of.exchange && isAskedFor(of.exchange, row)) || wants.only?.some((asked) => isAskedFor(asked, row)),
  )
}
