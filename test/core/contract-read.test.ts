/** Reading a contract that a person wrote: what is understood, and what is said of the rest. */
import { describe, expect, test } from 'vitest'
import { readContract } from '../../src/core/contract/read-contract.ts'
import { writeContract } from '../../src/core/contract/write-contract.ts'

const read = (...clauses: unknown[]) => readContract({ version: 1, clauses })
const problems = (...clauses: unknown[]) =>
  read(...clauses).problems.map(({ path, says }) => `${path}: ${says}`)

test('everything that can be written is understood, and written back as it was', () => {
  const clauses = [
    {
      trigger: 'typing in #tag-input',
      only: ['call search_tags', 'save'],
      count: ['exactly 1 per event', 'at most 1 per 150 ms'],
      render: 'none',
      transport: ['http', 'ws'],
      from: { recording: 'typing.jsonl', rows: ['a/12'] },
    },
    {
      exchange: 'dispatch add_tag',
      view: 'issues.new',
      patches: 'at most 4',
      nodes: 'at most 9',
      p95: 'at most 200 ms',
    },
    { trigger: { event: 'two words', element: 'div' }, only: [] },
    { errors: 'none', pushes: ['tick', 'none'] },
  ]
  const { contract, problems } = read(...clauses)
  expect(problems).toEqual([])
  expect(writeContract(contract)).toEqual({ version: 1, clauses })
})

test.each([
  ['patches', 4],
  ['patches', '4'],
  ['patches', '≤ 4'],
  ['patches', '<= 4'],
  ['p95', '≤ 4 ms'],
])('a limit may be written shorter: %s: %j', (key, value) => {
  expect(read({ exchange: 'f', [key]: value }).contract.clauses[0]?.wants).toEqual({ [key]: 4 })
})

test('a number that words cannot say is written as it is', () => {
  const clause = { exchange: 'f', nodes: 1e21 }
  expect(writeContract(read(clause).contract).clauses).toEqual([clause])
})

describe('it is said what is wrong, where, and how it is written', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'a word that is no trigger',
      { trigger: 'typing', render: 'none' },
      'clauses[0].trigger: The key trigger cannot be "typing". Write, for example: typing in #tag-input.',
    ],
    [
      'a verdict that there is not',
      { exchange: 'f', render: 'rerender' },
      'clauses[0].render: The key render cannot be "rerender". Write, for example: none, or a list of none, empty, patched, replaced, direct, local, dropped.',
    ],
    [
      'a list of which one is no verdict',
      { exchange: 'f', render: ['none', 'odd'] },
      'clauses[0].render: The key render cannot be this list. Write, for example: none, or a list of none, empty, patched, replaced, direct, local, dropped.',
    ],
    [
      'ms of patches',
      { exchange: 'f', patches: '4 ms' },
      'clauses[0].patches: The key patches cannot be "4 ms". Write, for example: at most 4.',
    ],
    [
      'less than nothing',
      { exchange: 'f', nodes: -1 },
      'clauses[0].nodes: The key nodes cannot be -1. Write, for example: at most 4.',
    ],
    [
      'a list where a number is wanted',
      { exchange: 'f', p95: [200] },
      'clauses[0].p95: The key p95 cannot be this list. Write, for example: at most 200 ms.',
    ],
    [
      'an exact count of a stretch of time',
      { exchange: 'f', count: 'exactly 1 per 150 ms' },
      'clauses[0].count: The key count cannot be "exactly 1 per 150 ms". Write, for example: exactly 1 per event.',
    ],
    [
      'errors that may be',
      { errors: 'some' },
      'clauses[0].errors: The key errors cannot be "some". Write, for example: none.',
    ],
    [
      'rows that are no names',
      { errors: 'none', from: { rows: [1] } },
      'clauses[0].from: The key from cannot be this map. Write, for example: { recording: typing.jsonl, rows: [a/12] }.',
    ],
    [
      'a key that there is not',
      { exchange: 'f', patch: 3, patches: 3 },
      'clauses[0].patch: The key patch is not known here. Known are trigger, exchange, view, only, count, render, patches, nodes, p95, transport, errors, pushes, from.',
    ],
    [
      'nothing expected',
      { exchange: 'f' },
      'clauses[0]: The clause expects nothing. Add one of only, count, render, patches, nodes, p95, transport, errors, pushes.',
    ],
    [
      'pushes that somebody asked for',
      { exchange: 'f', pushes: 'none' },
      'clauses[0].pushes: Nobody asks for a push: a clause on pushes names neither trigger nor exchange.',
    ],
  ])('%s', (_, clause, problem) => {
    expect(problems(clause)).toEqual([problem])
  })

  test('a prototype is only a key that there is not', () => {
    expect(problems(JSON.parse('{"errors":"none","__proto__":{"render":"none"}}'))).toEqual([
      expect.stringMatching(/^clauses\[0\]\.__proto__: The key __proto__ is not known here\./),
    ])
  })

  test.each([
    [null, ': A contract is a map with version and clauses.'],
    [{ version: 1 }, 'clauses: The clauses must be a list.'],
    [
      { version: 2, clauses: [] },
      'version: This contract was written for a newer version (2; this reader knows up to 1).',
    ],
    [{ version: 'one', clauses: [] }, 'version: The version must be 1.'],
    [
      { version: 1, clauses: [], clause: [] },
      'clause: The key clause is not known here. Known are version, clauses.',
    ],
    [
      { version: 1, clauses: [7] },
      'clauses[0]: A clause is a map of trigger, exchange, view, only, count, render, patches, nodes, p95, transport, errors, pushes, from.',
    ],
  ])('%j', (data, problem) => {
    expect(readContract(data).problems.map(({ path, says }) => `${path}: ${says}`)).toEqual([problem])
  })
})

test('one clause that is wrong does not take the others with it', () => {
  const { contract } = read({ exchange: 'f', render: 'odd' }, { exchange: 'g', render: 'none' })
  expect(contract.clauses.map(({ wants }) => wants)).toEqual([{}, { render: ['none'] }])
})

describe('what cannot both hold is said of the later', () => {
  const trigger = 'clicking #save'
  test.each<[string, Record<string, unknown>[], string]>([
    [
      'two exact counts',
      [{ exchange: 'f', count: ['exactly 1 per event', 'exactly 2 per event'] }],
      'clauses[0].count: It cannot be exactly 1 per event and exactly 2 per event.',
    ],
    [
      'a count above its limit',
      [
        { exchange: 'f', count: 'at most 1 per event' },
        { exchange: 'f', count: 'exactly 2 per event' },
      ],
      'clauses[1].count: It cannot be exactly 2 per event and at most 1 per event. clauses[0] speaks of the same.',
    ],
    [
      'verdicts',
      [
        { exchange: 'f', render: 'none' },
        { exchange: 'f', render: 'patched' },
      ],
      'clauses[1].render: It cannot be none and patched. clauses[0] speaks of the same.',
    ],
    [
      'transports',
      [
        { exchange: 'f', transport: 'ws' },
        { exchange: 'f', transport: ['http', 'sse'] },
      ],
      'clauses[1].transport: It cannot go over ws and over http or sse. clauses[0] speaks of the same.',
    ],
    [
      'what may be asked',
      [
        { trigger, only: 'call f' },
        { trigger, only: 'dispatch f' },
      ],
      'clauses[1].only: Nothing that the one allows is allowed by the other. clauses[0] speaks of the same.',
    ],
    [
      'what must be asked and may not',
      [
        { trigger, only: 'call f' },
        { trigger, exchange: 'dispatch f', count: 'exactly 1 per event' },
      ],
      'clauses[1].count: It must be asked here, and only: forbids it. clauses[0] speaks of the same.',
    ],
  ])('%s', (_, clauses, problem) => {
    expect(problems(...clauses)).toEqual([problem])
  })

  test('of different exchanges anything may be said', () => {
    expect(problems({ exchange: 'f', render: 'none' }, { exchange: 'g', render: 'patched' })).toEqual([])
  })
})
