/** What a comparison of two logs finds by chance, and what it misses, in simulated sessions. */
import { expect, test } from 'vitest'
import { compareRows } from '../../src/core/compare/compare.ts'
import type { Comparison } from '../../src/core/compare/finding.ts'
import { type Dice, lognormal, session, uniform } from './compare-session.ts'

const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Each run has a server of its own that takes from 20 to 40 ms, give or take a tenth. */
const steady = (seed: number) => (dice: Dice) => dice.lognormal(20 + ((seed * 7) % 21), 0.1)

const serverTimes = ({ findings }: Comparison) =>
  findings.filter(({ kind }) => kind === 'server' || kind === 'server + network')

test('of 50 pairs of sessions of one build none shows a change of class, and at most 2 a number', () => {
  const findings = seeds(50).map((seed) => {
    const options = {
      serving: seed % 2 ? lognormal : uniform,
      tick: seed % 3 ? 0.1 : 1,
      says: seed % 5 === 0,
      searches: 20 + seed,
    }
    // A longer log, in which refs and versions have a digit more.
    const longer = { ...options, searches: 120 + seed }
    return compareRows(session(seed, options).rows, session(seed + 10_000, longer).rows, {
      withAdvice: true,
    }).findings
  })
  expect(findings.flat().flatMap(({ type, says }) => (type === 'class' ? says : []))).toEqual([])
  expect(findings.filter((each) => each.length > 0).length).toBeLessThanOrEqual(2)
})

test.each<[string, (seed: number) => Parameters<typeof session>[1]]>([
  ['with a long tail, on a clock of whole ms', () => ({ serving: lognormal, tick: 1 })],
  ['with a long tail, and the server says its own time', () => ({ serving: lognormal, says: true })],
  ['about the same every time', (seed) => ({ serving: steady(seed) })],
])(
  'a server of 20 to 40 ms, %s, that takes 1.3 times as long is found and named first in 190 of 200 runs of 30 rows',
  (_, optionsOf) => {
    const named = seeds(200).filter((seed) => {
      const options = { ...optionsOf(seed), searches: 30 }
      const before = session(seed, options).rows
      const comparison = compareRows(before, session(seed + 10_000, { ...options, slower: 1.3 }).rows)
      const [first] = comparison.findings.filter(({ type }) => type === 'number')
      return first !== undefined && serverTimes(comparison).includes(first)
    })
    expect(named.length).toBeGreaterThanOrEqual(190)
  },
)

test('where the server says its own time, that alone is named', () => {
  const options = { serving: lognormal, says: true, searches: 60 }
  const comparison = compareRows(session(1, options).rows, session(2, { ...options, slower: 1.5 }).rows)
  expect(serverTimes(comparison).map(({ kind, group }) => [group.name, kind])).toContainEqual([
    'search_tags',
    'server',
  ])
  expect(serverTimes(comparison).map(({ kind, group }) => [group.name, kind])).not.toContainEqual([
    'search_tags',
    'server + network',
  ])
})

test('seen from the other side a slower server is a faster one by as much', () => {
  const before = session(1).rows
  const after = session(2, { slower: 1.5 }).rows
  const shifts = ({ findings }: Comparison, sign: number) =>
    findings.map((each) => [each.kind, each.type === 'number' && (sign * each.shift.value).toFixed(6)])
  expect(shifts(compareRows(after, before), -1)).toEqual(shifts(compareRows(before, after), 1))
  expect(compareRows(before, after).findings.length).toBeGreaterThan(0)
})
