/** The published schema and the reader agree, on what is written and on what is wrong with it. */
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONTRACT_SCHEMA } from '../../src/contract/contract-schema.ts'
import { inferContract } from '../../src/core/contract/infer-contract.ts'
import { readContract } from '../../src/core/contract/read-contract.ts'
import { writeContract } from '../../src/core/contract/write-contract.ts'
import { rows } from '../core/compare-rows.ts'

const isValid = new Ajv({ strict: false }).compile(CONTRACT_SCHEMA)

test('every contract that is inferred is one of the schema', () => {
  fc.assert(
    fc.property(rows, (log) => {
      expect(isValid(JSON.parse(JSON.stringify(writeContract(inferContract(log, 'a.jsonl')))))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

const VALUES: Record<string, readonly unknown[]> = {
  trigger: ['typing in #q', 'scroll on div', { event: '', element: 'p' }, { event: 1 }, 7, null, []],
  exchange: ['call f', 'f', '', 3, null],
  view: ['', 'a.b', 1],
  only: ['f', [], ['call f'], [1], 2, null, {}],
  count: [
    'exactly 1 per event',
    'at most 3 per 150 ms',
    ['at most 1 per event', 'at most 9 per 1 ms'],
    'exactly 1 per 150 ms',
    'at most 1 per 0 ms',
    'often',
    [],
    1,
    ' at most 1 per event ',
  ],
  render: ['none', ['none', 'empty'], [], 'odd', ['odd'], 'pending', 'local', null],
  patches: [0, 4, 4.5, -1, 'at most 4', '≤ 4', '<=4', '4', 'at most 4 ms', 'many', [4], ' 4 '],
  nodes: [0, '≤4', '4 ms'],
  p95: [200, 'at most 200 ms', '≤ 0.5 ms', '200', 'at most 200ms', [200]],
  transport: ['ws', ['ws', 'sse'], 'tcp', [], 'none'],
  errors: ['none', 'some', [], true],
  pushes: ['none', 'tick', ['tick'], [], [1], 1],
  from: [{ recording: 'a', rows: ['b'] }, {}, { rows: [1] }, { recording: 1 }, 'a', []],
}

/** Only the reader knows words, and which clauses cannot both hold. */
const isBeyondSchema = (says: string) => /cannot be "|and over|It cannot be|It must be asked here/.test(says)

test.each(Object.entries(VALUES).flatMap(([key, values]) => values.map((value) => [key, value] as const)))(
  '%s: %j is judged alike',
  (key, value) => {
    const clause = key === 'errors' || key === 'pushes' ? {} : { errors: 'none' }
    const data = { version: 1, clauses: [{ ...clause, [key]: value }] }
    const { problems } = readContract(data)
    const isRead = problems.every(({ says }) => key === 'trigger' && isBeyondSchema(says))
    expect(isValid(data)).toBe(isRead)
  },
)

test.each([
  [{ version: 2, clauses: [] }],
  [{ clauses: [] }],
  [{ version: 1 }],
  [{ version: 1, clauses: {} }],
  [{ version: 1, clauses: [], more: 1 }],
  [{ version: 1, clauses: [{ odd: 1, errors: 'none' }] }],
  [{ version: 1, clauses: [{}] }],
  [{ version: 1, clauses: [{ exchange: 'f' }] }],
  [{ version: 1, clauses: [7] }],
  [{ version: 1, clauses: [{ exchange: 'f', pushes: 'none' }] }],
  [[]],
  ['version: 1'],
])('%j is refused by both', (data) => {
  expect([isValid(data), readContract(data).problems.length > 0]).toEqual([false, true])
})
