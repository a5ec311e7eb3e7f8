/** A list that grows, sorted again and again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMNS } from '../../src/core/columns/columns.ts'
import { createRowSorter } from '../../src/core/columns/row-sorter.ts'
import { type Direction, sortRows } from '../../src/core/columns/sort-rows.ts'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import type { Sighting } from '../../src/protocol/envelope.ts'
import { batches, sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

const direction = fc.constantFrom<Direction>('ascending', 'descending')

function logsOf(parts: readonly Sighting[][]): Log[] {
  const logs = [createLog()]
  for (const part of parts) logs.push(fold(logs.at(-1) as Log, part))
  return logs
}

test('whatever comes and goes, the order is that of sorting all rows anew', () => {
  fc.assert(
    fc.property(sightings.chain(batches), fc.constantFrom(...COLUMNS), direction, (parts, column, way) => {
      const sort = createRowSorter()
      for (const log of logsOf(parts)) {
        const rows = rowsOf(log).filter(({ patches }) => patches !== 1)
        expect(sort(rows, column, way, log)).toEqual(sortRows(rows, column, way, log))
      }
    }),
    { numRuns: 300 },
  )
})

test('one sorter may be asked for another column or direction at any time', () => {
  const { log } = page().live().calls('b').answers(200, {}).calls('a').answers(404, {})
  const sort = createRowSorter()
  for (const column of [...COLUMNS, ...COLUMNS.toReversed()])
    for (const way of ['ascending', 'descending'] as const)
      expect(sort(log.rows, column, way, log)).toEqual(sortRows(log.rows, column, way, log))
})

test('a new row is put where it belongs without asking the values of all others', () => {
  const story = page().live()
  for (let n = 0; n < 400; n++) story.event(`event_${n % 50}`, n)
  const { log, rows } = story
  const [last] = rows.slice(-1)
  let asked = 0
  const name = COLUMNS.find(({ id }) => id === 'name')
  if (!name || !last) throw new Error('There is no name')
  const counted = {
    ...name,
    valueOf: (...of: Parameters<typeof name.valueOf>) => ++asked && name.valueOf(...of),
  }
  const sort = createRowSorter()
  sort(rows.slice(0, -1), counted, 'ascending', log)
  asked = 0
  expect(sort(rows, counted, 'ascending', log)).toContain(last)
  expect(asked).toBeLessThan(60)
})
