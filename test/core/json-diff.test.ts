/** What differs between two JSON values. */
import { describe, expect, test } from 'vitest'
import { changesOf } from '../../src/core/json-diff/changes-of.ts'
import { compareJson } from '../../src/core/json-diff/compare-json.ts'
import { readJson } from '../../src/core/read-json.ts'
import { applyChanges } from '../language/apply-changes.ts'

/** A line for each difference: its type, its path, and what moved from where. */
function told(before: unknown, after: unknown): string[] {
  return [...changesOf(compareJson(before, after))].map(({ path, change }) => {
    const was = change.type === 'moved' ? ` from ${change.was}` : ''
    return `${change.type} ${path.join('.')}${was}`.trim()
  })
}

describe('objects', () => {
  test('members are added, removed and changed; their order is nothing', () => {
    const changes = [...changesOf(compareJson({ a: 1, b: 2, c: 3 }, { c: 4, d: 5, a: 1 }))]
    expect(changes).toEqual([
      { path: ['c'], change: { step: 'c', type: 'changed', from: 3, to: 4 } },
      { path: ['d'], change: { step: 'd', type: 'added', to: 5 } },
      { path: ['b'], change: { step: 'b', type: 'removed', from: 2 } },
    ])
    expect(compareJson([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toEqual({ root: undefined, stopped: [] })
  })

  test('the tree holds what differs, and counts what does not', () => {
    const { root } = compareJson({ a: { x: 1, y: 2, z: 3 }, b: 1 }, { a: { x: 1, y: 0, z: 3 }, b: 1 })
    const y = { step: 'y', type: 'changed', from: 2, to: 0 }
    const a = { step: 'a', type: 'within', inside: { differences: [y], same: 2 } }
    expect(root).toEqual({ step: '', type: 'within', inside: { differences: [a], same: 1 } })
  })

  test('another type is a change of the whole', () => {
    expect(told({ a: [1] }, { a: { 0: 1 } })).toEqual(['changed a'])
    expect(told(1, '1')).toEqual(['changed'])
    expect(told(null, {})).toEqual(['changed'])
  })

  test('a member that is absent is not one that is null, and names that objects inherit are names', () => {
    expect(told({ a: null }, {})).toEqual(['removed a'])
    expect(told({}, JSON.parse('{"__proto__":{"x":1},"toString":1}'))).toEqual([
      'added __proto__',
      'added toString',
    ])
    const proto = (x: number) => JSON.parse(`{"__proto__":{"x":${x}}}`)
    expect(told(proto(1), proto(2))).toEqual(['changed __proto__.x'])
    expect(told(proto(1), proto(1))).toEqual([])
  })

  test('texts are equal by code unit, lone surrogates too', () => {
    expect(told(['\ud800'], ['\ud801'])).toEqual(['changed 0'])
    expect(told({ '\ud800': 1 }, { '\udfff': 1 })).toEqual(['added \udfff', 'removed \ud800'])
  })
})

describe('arrays', () => {
  test('items without ids keep their order as far as can be, and what fills a gap has changed', () => {
    expect(told(['a', 'b', 'c'], ['x', 'a', 'b', 'd'])).toEqual(['added 0', 'changed 3'])
    expect(told([1, 2, 3, 4], [1, 3, 4])).toEqual(['removed 1'])
    expect(told([{ n: 1 }, { n: 2 }], [{ n: 0 }, { n: 2 }])).toEqual(['changed 0.n'])
  })

  test('an equal item that has another place among the others has moved', () => {
    expect(told(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['moved 0 from 3'])
    expect(told([{ n: [1] }, 2, 3], [2, 3, { n: [1] }])).toEqual(['moved 2 from 0'])
  })

  test.each(['id', 'pk', 'key'])('items with a %s are told apart by it, moved or changed or both', (key) => {
    const [a, b, c] = [1, 'two', 3].map((id) => ({ [key]: id, n: 0 }))
    expect(told([a, b, c], [c, a, b])).toEqual(['moved 0 from 2'])
    expect(told([a, b, c], [a, { ...b, n: 1 }, c])).toEqual(['changed 1.n'])
    expect(told([a, b, c], [{ ...c, n: 1 }, a, b])).toEqual(['moved 0 from 2', 'changed 0.n'])
    expect(told([a, b], [a, c])).toEqual(['added 1', 'removed 1'])
  })

  test('ids tell nothing apart when one is missing, comes twice or is no id', () => {
    const n = (id: unknown, number: number) => ({ id, n: number })
    expect(told([n(1, 0), { n: 5 }], [n(2, 0), { n: 5 }])).toEqual(['changed 0.id'])
    expect(told([n(1, 0), n(1, 1)], [n(1, 0), n(2, 1)])).toEqual(['changed 1.id'])
    expect(told([n(null, 0)], [n(1, 0)])).toEqual(['changed 0.id'])
    expect(told([n(1, 0)], [n('1', 0)])).toEqual(['added 0', 'removed 0'])
  })
})

describe('numbers', () => {
  test('are equal as numbers, however they are written', () => {
    expect(told(readJson('[1.0, 1e2, -0]'), readJson('[1, 100, 0]'))).toEqual([])
  })

  test('whole ones beyond doubles are told apart', () => {
    expect(readJson('9007199254740993')).toBe(9007199254740993n)
    expect(told(readJson('{"id":9007199254740993}'), readJson('{"id":9007199254740992}'))).toEqual([
      'changed id',
    ])
    expect(readJson('[9007199254740991, 0.1234567890123456, 1e30]')).toEqual([
      9007199254740991, 0.1234567890123456, 1e30,
    ])
    expect(readJson(`[${'9'.repeat(10_000)}]`)).toEqual([Number.POSITIVE_INFINITY])
  })

  test('what is no JSON reads as nothing', () => {
    expect([readJson(''), readJson('{'), readJson('1111111111111111,')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('bounds', () => {
  const nested = (depth: number, end: string) => `${'['.repeat(depth)}${end}${']'.repeat(depth)}`

  test.each([1_000, 100_000])('what is nested %i deep is compared to its 200th level', (depth) => {
    const [before, after] = [readJson(nested(depth, '1')), readJson(nested(depth, '2'))]
    const comparison = compareJson(before, after)
    const [only] = changesOf(comparison)
    expect(comparison.stopped).toEqual(['depth'])
    expect([only?.change.type, only?.path.length]).toEqual(['uncompared', 201])
    expect(told(readJson(nested(150, '1')), readJson(nested(150, '2')))).toEqual([
      `changed ${'0.'.repeat(149)}0`,
    ])
  })

  test('deep nesting beside a great number is read as the page reads it', () => {
    const read = readJson(`[9007199254740993,${nested(100_000, '1')}]`)
    expect(Array.isArray(read) && read[0]).toBe(9007199254740992)
  })

  test('more than 100,000 members and items are not compared, and what came before them is', () => {
    const wide = (last: number) => ({ first: last, all: Array.from({ length: 100_001 }, (_, n) => n + last) })
    const comparison = compareJson(wide(0), wide(1))
    expect(comparison.stopped).toEqual(['size'])
    expect([...changesOf(comparison)].map(({ path, change }) => [path[0], change.type])).toEqual([
      ['first', 'changed'],
      ['all', 'uncompared'],
    ])
  })

  test('one item that is put before 50,000 others is one difference', () => {
    const many = Array.from({ length: 50_000 }, (_, n) => ({ n }))
    expect(told(many, [{ n: -1 }, ...many])).toEqual(['added 0'])
    expect(told(many, many.toReversed()).length).toBe(49_999)
  })

  test('items that repeat before and behind what differs are not weighed against each other', () => {
    const zeros = Array.from({ length: 20_000 }, () => 0)
    const comparison = compareJson([...zeros, 1, 2, ...zeros], [...zeros, 3, ...zeros])
    expect(comparison.stopped).toEqual([])
    expect([...changesOf(comparison)].map(({ path }) => path)).toEqual([[20_000], [20_001]])
  })

  test('items that repeat without end are kept near their place, and it says that it did not weigh them all', () => {
    const zeros = (from: number) => Array.from({ length: 4_000 }, (_, n) => (n % 50 === from ? n + 1 : 0))
    const [before, after] = [zeros(0), zeros(25)]
    const comparison = compareJson(before, after)
    expect(comparison.stopped).toEqual(['repeats'])
    expect(applyChanges(before, [...changesOf(comparison)])).toEqual(after)
    const { root } = comparison
    expect(root?.type === 'within' && root.inside.same).toBeGreaterThan(3_500)
  })
})
