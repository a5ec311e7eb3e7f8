/** Contracts: what a log becomes, what breaks one, and what an update changes. */
import { describe, expect, test } from 'vitest'
import { type Check, checkContract } from '../../src/core/contract/check-contract.ts'
import { inferContract } from '../../src/core/contract/infer-contract.ts'
import { readContract } from '../../src/core/contract/read-contract.ts'
import { updateContract } from '../../src/core/contract/update-contract.ts'
import { writeContract } from '../../src/core/contract/write-contract.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { type Page, page } from '../language/page.ts'
import { picking, typing } from './compare-session.ts'

interface Way {
  turns?: number
  patches?: number | 'noop'
  /** ms from the click to the answer. */
  took?: number
  /** Dispatches of one click. */
  times?: number
  pause?: number
}

/** Types and picks, so many times. */
function picks({ turns = 6, patches = 3, took = 30, times = 1, pause = 200 }: Way = {}): Page {
  const story = page().live()
  let ref = 0
  for (let turn = 0; turn < turns; turn++) {
    story.at(1000 + turn * pause).calls('search_tags', { q: 'py' }, 'issues.new', typing)
    story.at(1020 + turn * pause).answers(200, { result: [] })
  }
  for (let turn = 0; turn < turns; turn++) {
    const at = 100_000 + turn * 5000
    story.at(at)
    for (let each = 0; each < times; each++) story.dispatches('add_tag', picking).event('add_tag', ref + each)
    story.at(at + took)
    for (let each = 0; each < times; each++, ref++) {
      if (patches === 'noop') story.hears({ type: 'noop', ref })
      else story.patch(patches, { ref })
    }
  }
  return story
}

const read = (clause: Record<string, unknown>) => readContract({ version: 1, clauses: [clause] }).contract
const broken = (clause: Record<string, unknown>, rows: readonly Exchange[]) =>
  checkContract(read(clause), rows).violations.map(({ says }) => says)
const paths = ({ violations }: Check) => violations.map(({ path }) => path)

test('a log becomes a few clauses that read as they were meant', () => {
  const { clauses } = writeContract(inferContract(picks().rows, 'typing.jsonl'))
  expect(clauses.map(({ from: _, ...clause }) => clause)).toEqual([
    {
      trigger: 'typing in #tag-input',
      only: 'call search_tags',
      count: 'at most 1 per 150 ms',
      render: 'none',
      p95: 'at most 40 ms',
      transport: 'http',
    },
    {
      trigger: 'clicking li.option[role=option]',
      only: 'dispatch add_tag',
      count: 'exactly 1 per event',
      render: 'patched',
      patches: 'at most 4',
      p95: 'at most 60 ms',
      transport: 'ws',
    },
    { errors: 'none', pushes: 'none' },
  ])
  expect(clauses[1]?.['from']).toEqual({ recording: 'typing.jsonl', rows: ['page/23', 'page/26', 'page/29'] })
})

test('what several triggers ask has a clause of its own, and each trigger one for what it asks', () => {
  const story = picks()
  story
    .at(200_000)
    .dispatches('add_tag', { element: 'input#tag-input', event: 'keydown', certainty: 'same-task' })
  story.event('add_tag', 99).patch(3, { ref: 99 })
  const { clauses } = writeContract(inferContract(story.rows))
  expect(clauses.map(({ trigger, exchange, only }) => trigger ?? exchange ?? only)).toEqual([
    'typing in #tag-input',
    'clicking li.option[role=option]',
    'pressing a key in #tag-input',
    'dispatch add_tag',
    undefined,
  ])
})

test.each([
  [90, 'at most 1 per 50 ms'],
  [900, 'at most 1 per 150 ms'],
  [40, 'exactly 1 per event'],
])('pauses of %d ms become %j: a slow typist proves no long wait', (pause, count) => {
  const { clauses } = writeContract(inferContract(picks({ pause }).rows))
  expect(clauses[0]?.['count']).toBe(count)
})

test('a view is named only where another view has an exchange of that name', () => {
  const story = page()
    .calls('save', {}, 'a')
    .answers(200, {})
    .calls('save', {}, 'b')
    .answers(500, {})
    .calls('find', {}, 'a')
  const { clauses } = writeContract(inferContract(story.rows))
  expect(clauses.map(({ exchange, view, errors }) => [exchange, view, errors])).toEqual([
    ['call save', 'a', 'none'],
    ['call save', 'b', undefined],
    ['call find', undefined, 'none'],
    [undefined, undefined, undefined],
  ])
})

test("the runtime's own traffic after a click was not asked for by it", () => {
  const { rows } = page().live().sends({ type: 'ping' }, typing)
  expect(broken({ trigger: 'typing in #tag-input', only: [] }, rows)).toEqual([])
})

test('an empty log says nothing', () => {
  expect(inferContract([])).toEqual({ version: 1, clauses: [] })
})

describe('it is broken when', () => {
  const trigger = 'clicking li.option'
  const it = 'dispatch add_tag (clicking li.option[role=option])'
  test.each<[string, Record<string, unknown>, Way, string]>([
    [
      'something else is asked',
      { trigger, only: 'dispatch save' },
      {},
      `only must be dispatch save, but ${it} was asked, and 5 more rows.`,
    ],
    [
      'it is asked more often per event',
      { trigger, count: 'exactly 1 per event' },
      { times: 3, turns: 1 },
      `count must be exactly 1 per event, but ${it} was asked 3 times by one event, and 2 more rows.`,
    ],
    [
      'it is asked less often per event',
      { trigger, count: 'exactly 2 per event' },
      { turns: 1 },
      `count must be exactly 2 per event, but ${it} was asked once by one event.`,
    ],
    [
      'it re-renders',
      { trigger, render: ['none', 'empty'] },
      { turns: 2 },
      `render must be none or empty, but ${it} shows patched, and 1 more row.`,
    ],
    [
      'it has too many patches',
      { trigger, patches: '≤ 2' },
      { turns: 1 },
      `patches must be at most 2, but ${it} has 3.`,
    ],
    [
      'it goes another way',
      { trigger, transport: 'http' },
      { turns: 1 },
      `transport must be http, but ${it} went over ws.`,
    ],
    [
      'it takes too long',
      { trigger, p95: '≤ 200 ms' },
      { took: 300 },
      `p95 must be at most 200 ms, but ${it} took longer in 6 of 6 rows, p95 300 ms, and 5 more rows.`,
    ],
  ])('%s', (_, clause, way, end) => {
    expect(broken(clause, picks(way).rows)).toEqual([`clicking li.option: ${end}`])
  })

  test('it is asked twice within a stretch of time', () => {
    const clause = { trigger: 'typing in #tag-input', count: 'at most 1 per 150 ms' }
    expect(broken(clause, picks({ pause: 150 }).rows)).toEqual([])
    expect(broken(clause, picks({ pause: 149 }).rows)).toEqual([
      'typing in #tag-input: count must be at most 1 per 150 ms, but call search_tags (typing in #tag-input) was asked 2 times within 150 ms, and 4 more rows.',
    ])
  })

  test('too many nodes are touched', () => {
    const { rows } = page().live().event('a', 1).patch(1, { ref: 1 }).dom(9).done()
    expect(broken({ exchange: 'dispatch a', nodes: 'at most 8' }, rows)[0]).toContain(' has 9')
  })

  test('something fails, or the server pushes what it may not', () => {
    const { rows } = page()
      .live()
      .calls('f')
      .answers(500, { error: 'internal', message: 'No.' })
      .patch(1, { source: 'tick' })
    expect(broken({ errors: 'none', pushes: 'none' }, rows)).toEqual([
      'the whole log: errors must be none, but call f failed with “No.”.',
      'the whole log: pushes must be none, but push tick came.',
    ])
    expect(broken({ pushes: ['tick'] }, rows)).toEqual([])
  })
})

test('a server function that became an event handler breaks the clause of its trigger', () => {
  const contract = inferContract(picks().rows)
  const story = page()
    .live()
    .dispatches('search_tags', { ...typing, certainty: 'runtime' })
  const check = checkContract(contract, story.event('search_tags', 1).patch(7, { ref: 1 }).rows)
  expect(paths(check)).toEqual(['clauses[0].only', 'clauses[0].render', 'clauses[0].transport'])
  expect(check.violations[0]).toMatchObject({
    row: story.row('search_tags').id,
    trigger: { event: 'input', element: '#tag-input' },
    from: { rows: contract.clauses[0]?.from?.rows },
    says: 'typing in #tag-input: only must be call search_tags, but dispatch search_tags (typing in #tag-input) was asked.',
  })
})

test('a p95 that so few rows cannot show to be broken is undecided', () => {
  const check = checkContract(read({ exchange: 'add_tag', p95: 200 }), picks({ turns: 1, took: 300 }).rows)
  expect([check.violations, check.undecided.length]).toEqual([[], 1])
})

test('what is still under way, and what nobody can tell, is held against nobody', () => {
  const { rows } = page().live().event('a', 1)
  expect(broken({ exchange: 'dispatch a', render: 'patched' }, rows)).toEqual([])
})

test('a poll that by chance comes after typing does not break what typing may ask; something unheard of does', () => {
  const after: Trigger = { ...typing, element: 'input#tag-input' }
  const polled = (name: string, trigger?: Trigger) =>
    page().live().calls(name, {}, 'v', trigger).answers(200, {}).rows
  const contract = inferContract([...picks().rows, ...polled('poll')])
  expect(paths(checkContract(contract, polled('poll', after)))).toEqual([])
  expect(paths(checkContract(contract, polled('spy', after)))).toEqual(['clauses[0].only'])
})

test('a clause that no row speaks of is neither kept nor broken, and said to be unseen', () => {
  const check = checkContract(read({ exchange: 'dispatch save', count: 'exactly 1 per event' }), picks().rows)
  expect(check).toEqual({ violations: [], undecided: [], unseen: [0] })
})

describe('an update', () => {
  const contract = inferContract(picks().rows)

  test('changes what is broken, where it came from, and nothing else', () => {
    const updated = updateContract(contract, picks({ patches: 8 }).rows, 'new.jsonl')
    expect(updated.clauses[0]).toBe(contract.clauses[0])
    expect(updated.clauses[2]).toBe(contract.clauses[2])
    expect(updated.clauses[1]).toEqual({
      ...contract.clauses[1],
      wants: { ...contract.clauses[1]?.wants, patches: 10 },
      from: { recording: 'new.jsonl', rows: ['page/23', 'page/26', 'page/29'] },
    })
  })

  test('leaves alone what a person wrote and the log holds, however loose', () => {
    const written = read({
      exchange: 'dispatch add_tag',
      patches: 2,
      nodes: 99,
      p95: 5000,
      render: ['patched', 'empty'],
    })
    const [clause] = updateContract(written, picks().rows).clauses
    expect(clause?.wants).toEqual({ patches: 4, nodes: 99, p95: 5000, render: ['patched', 'empty'] })
  })

  test('allows a verdict more, and forgets none', () => {
    const updated = updateContract(contract, picks({ patches: 'noop' }).rows)
    expect(updated.clauses[1]?.wants.render).toEqual(['none', 'patched'])
  })

  test('says the new count exactly', () => {
    const [, clause] = writeContract(updateContract(contract, picks({ times: 3 }).rows)).clauses
    expect(clause?.['count']).toBe('exactly 3 per event')
  })

  test('drops what is no longer true at all, and a clause that has nothing left', () => {
    const { rows } = page().calls('f').answers(500, { error: 'internal', message: 'No.' })
    expect(updateContract(read({ errors: 'none', pushes: 'none' }), rows).clauses[0]?.wants).toEqual({
      pushes: [],
    })
    expect(updateContract(read({ errors: 'none' }), rows).clauses).toEqual([])
  })
})
