/** A contract as the plain data that `readContract` reads, in the order in which a person reads it. */
import type { Clause, Contract } from './contract.ts'
import { EXPECTATIONS } from './expectations.ts'
import { writeSubject } from './subject.ts'

export function writeContract({ version, clauses }: Contract): {
  version: number
  clauses: Record<string, unknown>[]
} {
  return { version, clauses: clauses.map(writeClause) }
}

function writeClause({ of, wants, from }: Clause): Record<string, unknown> {
  const data = writeSubject(of)
  for (const { key, write } of EXPECTATIONS) {
    const value = write(wants)
    if (value !== undefined) data[key] = value
  }
  if (from) data['from'] = { ...from, rows: [...from.rows] }
  return data
}
