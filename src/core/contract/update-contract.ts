/** Makes a contract hold of a log, and changes only what must be changed for that. */
import type { Exchange } from '../exchange.ts'
import { checkContract, expectationsOf } from './check-contract.ts'
import type { Clause, Contract, Wants } from './contract.ts'
import { originOf } from './infer-contract.ts'
import { select } from './subject.ts'

/**
 * What is not broken keeps its identity, and so does the contract when nothing is. What is too few to be sure of stays as it is. A clause
 * that expects nothing any more goes. New exchanges bring no clauses: that nothing is said of them breaks nothing.
 */
export function updateContract(contract: Contract, rows: readonly Exchange[], recording?: string): Contract {
  const updated = updateClauses(contract, rows, recording)
  if (updated.every((clause, index) => clause === contract.clauses[index])) return contract
  return { ...contract, clauses: updated.filter((clause) => clause !== undefined) }
}

/** The same, each clause at its index; undefined where nothing of it is left. */
export function updateClauses(
  contract: Contract,
  rows: readonly Exchange[],
  recording?: string,
): (Clause | undefined)[] {
  const broken = new Set(checkContract(contract, rows).violations.map(({ path }) => path))
  return contract.clauses.map((clause, index) => {
    const isBroken = (key: string) => broken.has(`clauses[${index}].${key}`)
    return Object.keys(clause.wants).some(isBroken) ? widened(clause, isBroken, rows, recording) : clause
  })
}

function widened(
  clause: Clause,
  isBroken: (key: string) => boolean,
  rows: readonly Exchange[],
  recording: string | undefined,
): Clause | undefined {
  const own = select(rows, clause.of)
  const wants: Wants = { ...clause.wants }
  for (const { key, widen } of expectationsOf(clause)) {
    if (!isBroken(key)) continue
    delete wants[key]
    Object.assign(wants, widen(clause.wants, own))
  }
  if (Object.keys(wants).length === 0) return undefined
  return { ...clause, wants, from: originOf(own, recording) }
}
