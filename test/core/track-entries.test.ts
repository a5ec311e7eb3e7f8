/** An exchange as entries of the Performance panel's tracks. */
import { expect, test } from 'vitest'
import { trackEntriesOf } from '../../src/core/track-entries.ts'
import { page } from '../language/page.ts'

test('a call is one entry, from when it was asked until its answer came', () => {
  const row = page().at(10).calls('search').at(42).answers(200, { result: [] }).row('search')
  expect(trackEntriesOf(row)).toEqual([
    expect.objectContaining({ name: 'call search', track: 'Calls', color: 'primary', start: 10, end: 42 }),
  ])
})

test('what failed has the colour of errors', () => {
  const row = page().calls('search').answers(500, { error: 'e', message: 'm' }).row('search')
  expect(trackEntriesOf(row)[0]?.color).toBe('error')
})

test('what is still under way has no end, and no entry', () => {
  expect(trackEntriesOf(page().calls('search').row('search'))).toEqual([])
})

test('names of a page are cut, and say what stands behind them', () => {
  const name = 'x'.repeat(10_000)
  const [entry] = trackEntriesOf(page().calls(name).answers(200, { result: 1 }).row(name))
  expect(entry?.name).toHaveLength(201)
  expect(Object.fromEntries(entry?.properties ?? [])).toMatchObject({ Status: '200', View: 'issues.new' })
})
