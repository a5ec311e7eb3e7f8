/** Phases, next re-render and totals. */
import { expect, test } from 'vitest'
import { nextRenderAfter } from '../../src/core/next-render.ts'
import { summarise } from '../../src/core/summary.ts'
import { phasesOf } from '../../src/core/timing.ts'
import { page } from '../language/page.ts'

test('the phases of a dispatch come from its seams, its frames and the markers of the runtime', () => {
  const story = page().live().at(100).dispatches('add').at(103).event('add', 1)
  story
    .at(115)
    .patch(1, { ref: 1, timing: { render: 1.8 } })
    .at(116)
    .marks('apply-start')
  story.at(119).marks('apply-end').at(120).marks('render-end').done().at(133).paints()
  const { times } = story.row('add')
  expect(times.server).toBe(1.8)
  expect(phasesOf(times)).toEqual([
    { name: 'queued', span: { start: 100, duration: 3 } },
    { name: 'server + network', span: { start: 103, duration: 12 } },
    { name: 'held', span: { start: 115, duration: 1 } },
    { name: 'applied', span: { start: 116, duration: 4 } },
    { name: 'painted', span: { start: 120, duration: 13 } },
  ])
})

test('a phase that was not observed says so', () => {
  const { times } = page().live().at(10).event('add', 1).at(20).patch(1, { ref: 1 }).row('add')
  expect(phasesOf(times).map(({ name, span }) => [name, typeof span])).toEqual([
    ['queued', 'string'],
    ['server + network', 'object'],
    ['held', 'string'],
    ['applied', 'string'],
    ['painted', 'string'],
  ])
})

test('an apply without markers is known by the promise of its frame, and a mere task proves nothing', () => {
  const story = (by: 'runtime' | 'task') =>
    page().live().event('a', 1).at(20).patch(1, { ref: 1 }).at(25).done(by)
  expect(story('runtime').row('a').times.applied).toBe(25)
  expect(story('task').row('a').times.applied).toBeUndefined()
})

test('a noop is received and never applied', () => {
  const { times } = page().live().event('a', 1).at(20).hears({ type: 'noop', ref: 1 }).at(25).done().row('a')
  expect(times).toEqual({ sent: 5, received: 20 })
})

test('the next re-render after a call is the broadcast it led to', () => {
  const story = page().live().calls('save').at(50).answers(200, { result: 1 })
  story.at(62).patch(1, { source: 'broadcast' }).at(64).done().patch(1, { source: 'tick' })
  const next = nextRenderAfter(story.rows, story.row('save'))
  expect(next).toEqual({ row: story.row('broadcast'), delta: 14 })
})

test('the next re-render after a dispatch is not its own', () => {
  const story = page().live().event('a', 1).at(20).patch(1, { ref: 1 }).done()
  expect(nextRenderAfter(story.rows, story.row('a'))).toBeUndefined()
  story.at(30).patch(1, { source: 'tick' })
  expect(nextRenderAfter(story.rows, story.row('a'))).toMatchObject({ delta: 10, row: { name: 'tick' } })
})

test('an empty patch, a direct change and a pending exchange are no next re-render, and have none', () => {
  const story = page().live().calls('save').answers(200, {})
  story.patch(0, { source: 'tick' }).hears({ type: 'flash' }).event('open', 9)
  expect(nextRenderAfter(story.rows, story.row('save'))).toBeUndefined()
  expect(nextRenderAfter(story.rows, story.row('open'))).toBeUndefined()
})

test('on a clock that runs backwards nobody waits for less than nothing', () => {
  const story = page()
    .live()
    .at(100)
    .calls('save')
    .answers(200, {})
    .at(40)
    .patch(1, { source: 'tick' })
    .dom(1)
  expect(nextRenderAfter(story.rows, story.row('save'))).toMatchObject({ delta: 0, row: { name: 'tick' } })
})

test('totals count rows by kind, re-renders, patches and bytes', () => {
  const story = page().live().calls('f').answers(200, { result: 1 }).event('a', 1).patch(3, { ref: 1 })
  const rows = story.rows.filter((row) => row.kind !== 'system')
  expect(summarise(rows)).toEqual({
    exchanges: 2,
    kinds: { call: 1, dispatch: 1, push: 0, navigation: 0, system: 0 },
    rerenders: 1,
    patches: 3,
    sent: rows.reduce((sum, row) => sum + row.sent, 0),
    received: rows.reduce((sum, row) => sum + row.received, 0),
  })
})
