/** Dispatches that take another way: HTTP fallback, SSE, the runtime's own seams, or none at all. */
import { describe, expect, test } from 'vitest'
import { reasonsOf } from '../language/line.ts'
import { page, patches } from '../language/page.ts'

const click = { element: 'button#add', event: 'click', certainty: 'same-task' } as const

test('a dispatch that became a frame is one row: queued, sent, and asked for by a click', () => {
  const story = page().live().at(100).dispatches('add', click).at(108).event('add', 1).patch(1, { ref: 1 })
  expect(story.lines).toEqual(['dispatch add ok patched 1 patches proved'])
  expect(story.row('add')).toMatchObject({ at: 100, trigger: click, times: { queued: 100, sent: 108 } })
})

test('what the runtime says of the trigger wins over what was seen just before', () => {
  const surest = { element: 'form', event: 'submit', certainty: 'runtime' } as const
  const story = page()
    .live()
    .dispatches('add', { ...click, certainty: 'recent' })
  story.sends({ type: 'event', event: 'add', ref: 1, params: {} }, surest)
  expect(story.row('add').trigger).toEqual(surest)
})

test('a frame of another kind sent meanwhile does not take the place of the event', () => {
  const story = page().live().dispatches('add').sends({ type: 'ping' }).event('add', 1)
  expect(story.systemLines.at(-1)).toBe('system ping pending pending proved')
  expect(story.lines).toEqual(['dispatch add pending pending proved'])
})

test('an event sent twice by one dispatch is two rows', () => {
  const story = page().live().dispatches('add').event('add', 1).event('add', 2).patch(1, { ref: 2 })
  expect(story.lines).toEqual([
    'dispatch add pending pending proved',
    'dispatch add ok patched 1 patches proved',
  ])
})

test('a refused dispatch that nothing followed was dropped', () => {
  const story = page().dispatches('add').dispatchSettles('refused')
  expect(story.lines).toEqual(['dispatch add abandoned dropped proved'])
  expect(story.row('add')).toMatchObject({ transport: 'none', statusText: '(refused)', sent: 0 })
})

test('a dispatch that settled without anything on a wire is unknown', () => {
  expect(page().dispatches('add').dispatchSettles('settled').lines).toEqual([
    'dispatch add ok unknown proved',
  ])
})

test('a refused dispatch that falls back to HTTP is one row with its answer', () => {
  const story = page().dispatches('add').dispatchSettles('refused').fallsBack('add')
  story.answers(200, { patches: patches(2), version: 3 }).dom(2)
  expect(story.lines).toEqual(['dispatch add ok patched 2 patches · 2 nodes proved'])
  expect(story.row('add').transport).toBe('http')
})

test('a fallback answered with HTML replaced the page', () => {
  expect(page().fallsBack('add').answers(200, { html: '<p>', version: 3 }).lines).toEqual([
    'dispatch add ok replaced proved',
  ])
})

test('a fallback answered with an error re-rendered nothing', () => {
  const row = page().fallsBack('add').answers(400, { error: 'No such handler' }).row('add')
  expect(row).toMatchObject({ status: 'error', statusText: '400', verdict: { render: 'none' } })
  expect(row.failure).toEqual({ message: 'No such handler' })
})

test('a fallback whose network failed is an error', () => {
  expect(page().fallsBack('add').fails('network').lines).toEqual(['dispatch add error none proved'])
})

test('over SSE the receipt is not the answer; the answer comes on the stream, by name', () => {
  const story = page()
    .streams('a.View')
    .posts({ type: 'event', event: 'add', params: {} })
    .answers(200, { ok: true })
  expect(story.lines).toEqual(['dispatch add pending pending proved'])
  story.patch(1, { source: 'event', event_name: 'add' }).dom(1)
  expect(story.lines).toEqual(['dispatch add ok patched 1 patches · 1 nodes inferred'])
  const row = story.row('add')
  expect(row).toMatchObject({ transport: 'sse', view: 'a.View' })
  expect(row.answers.map((answer) => answer.text)).toHaveLength(2)
})

test('a post to the SSE session that the server refuses is an error', () => {
  const row = page()
    .streams()
    .posts({ type: 'event', event: 'add' })
    .answers(404, { error: 'No session' })
    .row('add')
  expect(row).toMatchObject({ status: 'error', statusText: '404', verdict: { render: 'none' } })
})

test('over SSE nobody waits, so an error abandons no other event', () => {
  const story = page().streams().posts({ type: 'event', event: 'a' }).posts({ type: 'event', event: 'b' })
  expect(story.hears({ type: 'error', error: 'Boom' }).lines).toEqual([
    'dispatch a error none inferred',
    'dispatch b pending pending proved',
  ])
})

test('the mount posted to a stream is answered by its receipt, the mount of the stream is a row of its own', () => {
  const story = page().streams('a.View').hears({ type: 'mount', view: 'a.View', html: '' })
  story.posts({ type: 'mount', view: 'a.View' }).answers(200, { ok: true })
  expect(story.systemLines).toEqual(['system mount ok replaced proved', 'system mount ok none proved'])
})

test('a closed stream loses its open events', () => {
  expect(page().streams().posts({ type: 'event', event: 'a' }).closes().lines).toEqual([
    'dispatch a lost unknown proved',
  ])
})

test('two sockets with the same refs do not take each other’s answers', () => {
  const story = page().opens().event('first', 1).opens().event('second', 1).patch(1, { ref: 1 })
  expect(story.lines).toEqual([
    'dispatch first pending pending proved',
    'dispatch second ok patched 1 patches proved',
  ])
})

test('a response whose request was never seen is a row that says so', () => {
  expect(reasonsOf(page().answers(200, {}, 7).row('response'))).toContain(
    '✓ The request it answers was not seen.',
  )
})

describe('a fallback whose version does not fit', () => {
  const answer = { patches: patches(2), version: 9 }

  test('was refused when the page asks for the whole HTML before we have read it', () => {
    const story = page().live().fallsBack('add').sends({ type: 'request_html' }).answers(200, answer).dom(0)
    expect(story.row('add').verdict.render).toBe('dropped')
  })

  test('was refused when the page asks right after', () => {
    const story = page().live().fallsBack('add').answers(200, answer).dom(0).sends({ type: 'request_html' })
    expect(story.row('add').verdict.render).toBe('dropped')
  })

  test('was not when nobody asks', () => {
    const story = page().live().fallsBack('add').answers(200, answer).dom(2)
    expect(story.row('add').verdict.render).toBe('patched')
  })
})
