/** The figures of what was called, dispatched and pushed. */
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { fold } from '../../src/core/log.ts'
import { rerenderRateOf } from '../../src/core/statistics/figures.ts'
import { createOverTime } from '../../src/core/statistics/over-time.ts'
import { EDGES, spreadOf } from '../../src/core/statistics/spread.ts'
import { createStatistics } from '../../src/core/statistics/statistics.ts'
import { type Page, page } from '../language/page.ts'

const asked = ({ rows }: Page) => createStatistics()(rows.filter(({ kind }) => kind !== 'system'))
const named = (story: Page, name: string) => asked(story).find((line) => line.name === name)?.figures

test('a line is a kind, a view and a name, in the order of their letters', () => {
  const story = page().live('shop.Cart').event('add', 1).patch(1, { ref: 1, source: 'event' })
  story
    .calls('add', {}, 'shop.b')
    .calls('add', {}, 'shop.a')
    .calls('add', {}, 'shop.b')
    .patch(1, { source: 'tick' })
  expect(asked(story).map(({ kind, view, name, figures }) => [kind, name, view, figures.n])).toEqual([
    ['call', 'add', 'shop.a', 1],
    ['call', 'add', 'shop.b', 2],
    ['dispatch', 'add', 'shop.Cart', 1],
    ['push', 'tick', 'shop.Cart', 1],
  ])
})

test('views and names that run together are lines of their own', () => {
  const story = page().calls('c', {}, 'ab').calls('bc', {}, 'a').calls('__proto__', {}, '__proto__')
  expect(asked(story).map(({ view, name }) => `${view} ${name}`)).toEqual([
    '__proto__ __proto__',
    'a bc',
    'ab c',
  ])
})

test('the rate of re-renders says of how many: what is pending or unknown decides nothing', () => {
  const story = page()
    .live()
    .event('go', 1)
    .patch(2, { ref: 1 })
    .dom(3)
    .event('go', 2)
    .hears({ type: 'noop', ref: 2 })
  story.event('go', 3).hears({ type: 'patch', ref: 3 }).event('go', 4)
  const go = named(story, 'go')
  expect(go).toMatchObject({ n: 4, pending: 1, decided: 2, rerenders: 1, patches: 2, counted: 1, nodes: 3 })
  expect(go && rerenderRateOf(go)).toBe(0.5)
})

test('errors are what the log shows in red', () => {
  const story = page().calls('f').answers(500, {}).calls('f').answers(429, {}).calls('f').answers(200, {})
  expect(named(story.calls('f').fails('abort'), 'f')).toMatchObject({ n: 4, errors: 2 })
})

test('nothing is invented where nothing was observed', () => {
  const go = named(page().live().event('go', 1), 'go')
  expect(go).toMatchObject({ n: 1, decided: 0, time: undefined, server: undefined, nodes: 0, counted: 0 })
  expect(go?.phases.every(({ spread }) => spread === undefined)).toBe(true)
  expect(go && rerenderRateOf(go)).toBeUndefined()
  expect(spreadOf(new Float64Array(0))).toBeUndefined()
  expect(createStatistics()([])).toEqual([])
})

test('percentiles are values that were measured', () => {
  const spread = spreadOf(Float64Array.from({ length: 20 }, (_, index) => index + 1))
  expect(spread).toMatchObject({ n: 20, p50: 10, p75: 15, p95: 19, max: 20 })
  expect(spreadOf(Float64Array.of(1, 3))).toMatchObject({ p50: 1, p75: 3, p95: 3, max: 3 })
})

test('a bin holds its lower edge, and the last one all that is as long as the last edge or longer', () => {
  const spread = spreadOf(Float64Array.of(0, 0.99, 1, 1.99, 2, 4.9, 9_999, 10_000, Number.POSITIVE_INFINITY))
  expect(spread?.bins).toEqual([2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2])
  expect(spread?.bins.length).toBe(EDGES.length + 1)
})

test('time, server time and each phase have a spread of what was observed of them', () => {
  const story = page().live().at(100).dispatches('go').at(103).event('go', 1).at(115)
  story
    .patch(1, { ref: 1, timing: { render: 1.8 } })
    .at(116)
    .marks('apply-start')
    .at(119)
    .marks('apply-end')
    .done()
  const go = named(story.at(200).event('go', 2).at(250).hears({ type: 'noop', ref: 2 }), 'go')
  expect(go?.time).toMatchObject({ n: 2, p50: 19, max: 50 })
  expect(go?.server).toMatchObject({ n: 1, p50: 1.8 })
  expect(go?.phases.map(({ name, spread }) => [name, spread?.n, spread?.max])).toEqual([
    ['queued', 1, 3],
    ['server + network', 2, 50],
    ['held', 1, 1],
    ['applied', 1, 3],
    ['painted', undefined, undefined],
  ])
})

test('a line of which no row changed keeps its identity, and so does a table of which none did', () => {
  const story = page().calls('a').answers(200, {}).calls('b')
  const table = createStatistics()
  const first = story.log
  const before = table(first.rows)
  expect(table([...first.rows])).toBe(before)
  const log = fold(first, story.answers(200, {}).sightings)
  const after = table(log.rows)
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false])
  expect(after[1]?.figures).toMatchObject({ n: 1, pending: 0 })
})

test('numbers too large to be taken away again leave nothing behind', () => {
  const { rows } = page().calls('a').calls('a')
  const [small, other] = rows
  const huge = { ...other, sent: 1e300 } as Exchange
  const table = createStatistics()
  table(rows.map((row) => (row === other ? huge : row)))
  expect(table(rows)[0]?.figures.sent).toBe((small?.sent ?? 0) * 2)
})

test('over time each row is where it began, by the clock on the wall', () => {
  const first = page('a', { origin: 1_000 }).at(40).calls('f').at(99).calls('f').at(260).calls('g')
  const second = page('b', { frame: 1, origin: 1_200 }).at(10).calls('f')
  const log = fold(first.log, second.sightings)
  const chart = createOverTime()
  expect(chart(log.rows, 1_000, log).map(({ start, figures }) => [start, figures.n])).toEqual([[1_000, 4]])
  const buckets = chart(log.rows, 100, log)
  expect(buckets.map(({ start, figures }) => [start, figures.n])).toEqual([
    [1_000, 2],
    [1_200, 2],
  ])
})

test('a document that joins, and one that says late when its clock began, are where they belong', () => {
  const chart = createOverTime()
  const starts = (log: Page['log']) => chart(log.rows, 100, log).map(({ start }) => start)
  const first = page('a', { origin: 1_000 }).at(40).calls('f')
  const late = page('b', { frame: 1, origin: 5_000 }).at(10).calls('f')
  expect(starts(first.log)).toEqual([1_000])
  expect(starts(fold(first.log, late.sightings))).toEqual([1_000, 5_000])
  const unsaid = fold(first.log, late.sightings.slice(1))
  expect(starts(unsaid)).toEqual([0, 1_000])
  expect(starts(fold(unsaid, late.sightings))).toEqual([1_000, 5_000])
})

test('times that no bucket can name, and widths of nothing, make no bucket', () => {
  const far = page('a', { origin: 1.7e308 }).at(1.7e308).calls('f')
  expect(createOverTime()(far.rows, 100, far.log)).toEqual([])
  for (const width of [0, Number.NaN, 1e-320])
    expect(createOverTime()(page().calls('f').rows, width, page().calls('f').log)).toEqual([])
})
