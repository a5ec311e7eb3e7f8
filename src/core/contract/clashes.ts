/** Clauses that cannot both hold. */
import { isSame } from '../same.ts'
import type { Clause, Contract, Problem } from './contract.ts'
import { EXPECTATIONS } from './expectations.ts'

/** Said of the later one, which names the earlier. */
export function clashes({ clauses }: Contract): Problem[] {
  return clauses.flatMap((clause, index) => [
    ...against(clause, clause, index, index),
    ...clauses.slice(0, index).flatMap((earlier, other) => against(earlier, clause, other, index)),
  ])
}

function against(one: Clause, other: Clause, first: number, second: number): Problem[] {
  const problems: Problem[] = []
  const where = first === second ? '' : ` clauses[${first}] speaks of the same.`
  if (isSame(one.of, other.of)) {
    for (const { key, clash } of EXPECTATIONS) {
      const says = clash(one.wants, other.wants)
      if (says) problems.push({ path: `clauses[${second}].${key}`, says: says + where })
    }
  }
  const forbidden =
    first === second ? isForbidden(one, other) : isForbidden(one, other) || isForbidden(other, one)
  if (forbidden)
    problems.push({
      path: `clauses[${second}].count`,
      says: `It must be asked here, and only: forbids it.${where}`,
    })
  return problems
}

/** The one lets a trigger ask for nothing of the kind that the other demands of it. */
function isForbidden({ of: { trigger }, wants: { only } }: Clause, { of, wants }: Clause): boolean {
  if (!only || !trigger || !isSame(trigger, of.trigger)) return false
  if (!wants.count?.some(({ limit, n }) => limit === 'exactly' && n > 0)) return false
  const { exchange } = of
  if (!exchange) return only.length === 0
  return !only.some(
    ({ kind, name }) =>
      name === exchange.name && (kind === undefined || exchange.kind === undefined || kind === exchange.kind),
  )
}
