/** However the rows came, the figures are those of counting them all by hand. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold } from '../../src/core/log.ts'
import { changesBetween } from '../../src/core/row-changes.ts'
import { createOverTime } from '../../src/core/statistics/over-time.ts'
import { createSample, sortedOf } from '../../src/core/statistics/sample.ts'
import { createStatistics } from '../../src/core/statistics/statistics.ts'
import { wallTimeOf } from '../../src/core/wall-time.ts'
import { batches, sightings } from '../language/arbitrary.ts'
import { naiveFigures } from '../language/naive-figures.ts'

const split = sightings.chain(batches)
/** What a filter may leave of a list, another one each time. */
const filters = fc.array(
  fc.constantFrom<(row: Exchange) => boolean>(
    () => true,
    () => true,
    ({ kind }) => kind === 'dispatch',
    ({ seq }) => seq % 2 === 0,
    () => false,
  ),
  { minLength: 1 },
)

function groupedBy<K>(rows: readonly Exchange[], keyOf: (row: Exchange) => K) {
  const groups = new Map<K, Exchange[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return new Map([...groups].map(([key, group]) => [key, naiveFigures(group)]))
}

test('the statistics of rows in any batches, through any filters, are those of the whole list', () => {
  fc.assert(
    fc.property(split, filters, (parts, tests) => {
      const table = createStatistics()
      let log = createLog()
      for (const [place, part] of parts.entries()) {
        log = fold(log, part)
        const rows = log.rows.filter(tests[place % tests.length] ?? (() => true))
        const lines = table(rows).map(({ kind, view, name, figures }) => [
          JSON.stringify([kind, view, name]),
          figures,
        ])
        const naive = groupedBy(rows, ({ kind, view, name }) => JSON.stringify([kind, view, name]))
        expect(new Map(lines as [string, unknown][])).toEqual(naive)
        expect(table(rows)).toEqual(createStatistics()(rows))
      }
    }),
  )
})

test('the figures over time of rows in any batches are those of the whole list', () => {
  fc.assert(
    fc.property(split, filters, fc.constantFrom(1, 4, 1_000), (parts, tests, width) => {
      const chart = createOverTime()
      let log = createLog()
      for (const [place, part] of parts.entries()) {
        log = fold(log, part)
        const rows = log.rows.filter(tests[place % tests.length] ?? (() => true))
        const naive = groupedBy(rows, (row) => Math.floor(wallTimeOf(row, log) / width) * width)
        const buckets = chart(rows, width, log)
        expect(new Map(buckets.map(({ start, figures }) => [start, figures]))).toEqual(naive)
        const starts = buckets.map(({ start }) => start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }
    }),
  )
})

test('a list with what went taken out and what came put in is the later list', () => {
  const lists = sightings.chain((all) => {
    const { rows } = fold(createLog(), all)
    const each = rows.map((row) => fc.constantFrom([], [row], [{ ...row }]))
    const some = fc.tuple(...each).map((chosen) => chosen.flat())
    return fc.tuple(some, some)
  })
  fc.assert(
    fc.property(lists, ([before, after]) => {
      const { come, gone } = changesBetween(before, after)
      const kept = before.filter((row) => !gone.includes(row))
      expect(new Set([...kept, ...come])).toEqual(new Set(after))
      expect(kept.length + come.length).toBe(after.length)
      expect(kept.every((row) => after.includes(row))).toBe(true)
      expect(come.filter((row) => gone.includes(row))).toEqual([])
    }),
  )
})

test('numbers that come and go, asked about at any time, stand in order', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true }))
  const steps = fc.array(fc.record({ come: fc.array(number), goes: fc.nat(), isAsked: fc.boolean() }))
  fc.assert(
    fc.property(steps, (all) => {
      const sample = createSample()
      const held: number[] = []
      for (const { come, goes, isAsked } of all) {
        sample.come.push(...come)
        held.push(...come)
        sample.gone.push(...held.splice(0, goes % (held.length + 1)))
        // -0 and 0 are one duration.
        const inOrder = held.map((value) => value + 0).sort((a, b) => (a < b ? -1 : 1))
        if (isAsked) expect([...sortedOf(sample)].map((value) => value + 0)).toEqual(inOrder)
      }
    }),
  )
})
