/** What holds of every contract, of any log that a page might report. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkContract } from '../../src/core/contract/check-contract.ts'
import { inferContract } from '../../src/core/contract/infer-contract.ts'
import { readContract } from '../../src/core/contract/read-contract.ts'
import { updateContract } from '../../src/core/contract/update-contract.ts'
import { writeContract } from '../../src/core/contract/write-contract.ts'
import { rows } from './compare-rows.ts'

test('a log holds the contract inferred from it', () => {
  fc.assert(
    fc.property(rows, (log) => {
      expect(checkContract(inferContract(log), log)).toEqual({ violations: [], undecided: [], unseen: [] })
    }),
  )
})

test('what was inferred is written as plain data and read back the same, without a problem', () => {
  fc.assert(
    fc.property(rows, (log) => {
      const contract = inferContract(log, 'typing.jsonl')
      const data = JSON.parse(JSON.stringify(writeContract(contract)))
      expect(readContract(data)).toEqual({ contract, problems: [] })
    }),
  )
})

test('an update makes a contract hold, keeps every clause that held, and changes nothing when nothing was broken', () => {
  fc.assert(
    fc.property(rows, rows, (log, other) => {
      const contract = inferContract(log)
      const updated = updateContract(contract, other)
      expect(checkContract(updated, other).violations).toEqual([])
      const broken = new Set(checkContract(contract, other).violations.map(({ clause }) => clause))
      if (broken.size === 0) expect(updated).toBe(contract)
      contract.clauses.forEach((clause, index) => {
        expect(updated.clauses.includes(clause)).toBe(!broken.has(index))
      })
    }),
  )
})

test('an updated contract is written and read back the same', () => {
  fc.assert(
    fc.property(rows, rows, (log, other) => {
      const contract = updateContract(inferContract(log), other)
      expect(readContract(JSON.parse(JSON.stringify(writeContract(contract)))).contract).toEqual(contract)
    }),
  )
})

test('whatever is read, nothing is thrown, and every problem has a path and a sentence', () => {
  const clause = fc.dictionary(
    fc.constantFrom(
      'trigger',
      'exchange',
      'only',
      'count',
      'render',
      'patches',
      'p95',
      'from',
      'pushes',
      '__proto__',
      'odd',
    ),
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('at most 4', 'none', 'exactly 1 per event', 'typing in #q', 'call f'),
    ),
  )
  const data = fc.oneof(
    fc.jsonValue(),
    fc.record({ version: fc.constantFrom(1, 2, '1'), clauses: fc.array(clause) }),
  )
  fc.assert(
    fc.property(data, rows, (value, log) => {
      const { contract, problems } = readContract(value)
      checkContract(contract, log)
      for (const { path, says } of problems)
        expect([typeof path, /^[A-Z].*\.$/su.test(says)]).toEqual(['string', true])
    }),
  )
})
