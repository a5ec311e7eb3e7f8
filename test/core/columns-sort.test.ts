/** Rows in the order of a column. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMNS } from '../../src/core/columns/columns.ts'
import { type Direction, sortRows } from '../../src/core/columns/sort-rows.ts'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

function columnOf(id: string) {
  const column = COLUMNS.find((each) => each.id === id)
  if (!column) throw new Error(`No column ${id}`)
  return column
}

function sorted(log: Log, id: string, direction: Direction): string[] {
  const rows = rowsOf(log).filter(({ kind }) => kind !== 'system')
  return sortRows(rows.toReversed(), columnOf(id), direction, log).map(({ name }) => name)
}

test('names sort whatever their case, then by case, and what is the same by start in both directions', () => {
  const story = page().calls('b').calls('B').calls('a').calls('b', { second: 1 })
  const order = (direction: Direction) =>
    sortRows(story.rows, columnOf('name'), direction, story.log).map(({ name, seq }) => `${name}${seq}`)
  const [b, capital, a, second] = story.rows.map(({ name, seq }) => `${name}${seq}`)
  expect(order('ascending')).toEqual([a, capital, b, second])
  expect(order('descending')).toEqual([b, second, capital, a])
})

test('texts sort by code unit, so that what is not seen still tells them apart', () => {
  const story = page().calls('ab').calls('a\u200bb').calls('é').calls('z').calls('a\ud800')
  expect(sorted(story.log, 'name', 'ascending')).toEqual(['ab', 'a\u200bb', 'a\ud800', 'z', 'é'])
})

test('numbers sort as numbers, and what is not known is last in both directions', () => {
  const story = page().live()
  story.at(100).event('slow', 1).at(1_200).patch(1, { ref: 1 })
  story.event('open', 2).at(2_000).event('fast', 3).at(2_020).patch(1, { ref: 3 }).at(2_030).event('shut', 4)
  expect(sorted(story.log, 'time', 'ascending')).toEqual(['fast', 'slow', 'open', 'shut'])
  expect(sorted(story.log, 'time', 'descending')).toEqual(['slow', 'fast', 'open', 'shut'])
})

test('statuses that are numbers come before those that are words', () => {
  const story = page()
    .calls('lost')
    .fails('network')
    .calls('no')
    .answers(404, {})
    .calls('yes')
    .answers(200, {})
  expect(sorted(story.log, 'status', 'ascending')).toEqual(['yes', 'no', 'lost'])
})

test('a re-render weighs more than none, and what is not decided does not weigh', () => {
  const story = page().live().event('open', 8).calls('call').answers(200, {})
  story
    .event('html', 1)
    .hears({ type: 'html_update', ref: 1, html: '<p>' })
    .event('patch', 2)
    .patch(1, { ref: 2 })
  expect(sorted(story.log, 're-render', 'descending')).toEqual(['html', 'patch', 'call', 'open'])
})

test('documents with clocks of their own sort by the clock on the wall', () => {
  const first = page('z', { origin: 1_000 }).at(50).calls('early').at(900).calls('late')
  const second = page('a', { frame: 2, origin: 1_500 }).at(10).calls('between')
  const log = fold(fold(createLog(), second.sightings), first.sightings)
  expect(sorted(log, 'started', 'ascending')).toEqual(['early', 'between', 'late'])
  expect(sorted(log, 'waterfall', 'descending')).toEqual(['late', 'between', 'early'])
})

test('the next re-render counts although the filter hides it', () => {
  const story = page().live().calls('b').answers(200, {}).at(50).calls('a').answers(200, {}).at(60)
  story.patch(1, { source: 'tick' })
  const calls = story.rows.filter(({ kind }) => kind === 'call')
  const order = sortRows(calls, columnOf('next-re-render'), 'ascending', story.log)
  expect(order.map(({ name }) => name)).toEqual(['a', 'b'])
})

const direction = fc.constantFrom<Direction>('ascending', 'descending')

test('sorting by any column keeps every row, and depends neither on how often nor on what order came before', () => {
  const shuffled = sightings.chain((all) => {
    const log = fold(createLog(), all)
    return fc.tuple(fc.constant(log), fc.shuffledSubarray([...log.rows], { minLength: log.rows.length }))
  })
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...COLUMNS), direction, ([log, rows], column, way) => {
      const once = sortRows(rows, column, way, log)
      expect(new Set(once)).toEqual(new Set(rows))
      expect(once.length).toBe(rows.length)
      expect(sortRows(once, column, way, log)).toEqual(once)
      expect(sortRows(log.rows, column, way, log)).toEqual(once)
    }),
  )
})

test('sorting by any column leaves the values in order, and those that are not known behind them', () => {
  fc.assert(
    fc.property(sightings, fc.constantFrom(...COLUMNS), direction, (all, column, way) => {
      const log = fold(createLog(), all)
      const values = sortRows(log.rows, column, way, log).map((row) => column.valueOf(row, log))
      const known = values.filter((value) => value !== undefined)
      expect(values.slice(known.length).every((value) => value === undefined)).toBe(true)
      const numbers = known.filter((value) => typeof value === 'number')
      const sign = way === 'ascending' ? 1 : -1
      expect(numbers).toEqual(numbers.toSorted((a, b) => sign * (a - b)))
    }),
  )
})
