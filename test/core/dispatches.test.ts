/** Dispatches over a socket: how each kind of answer is matched, and what it did to the page. */
import { describe, expect, test } from 'vitest'
import { reasonsOf } from '../language/line.ts'
import { page, patches } from '../language/page.ts'

const reply = (name: string, ref: number) => ({ source: 'event', event_name: name, ref })

test('a patch with the ref of its event is a proved re-render', () => {
  const story = page().live().event('add_tag', 3).patch(2, reply('add_tag', 3)).dom(5).done()
  expect(story.lines).toEqual(['dispatch add_tag ok patched 2 patches · 5 nodes proved'])
  expect(reasonsOf(story.row('add_tag'))).toEqual([
    '✓ The server answered with 2 patches.',
    "✓ Proved: the reply carries this event's ref 3.",
    '✓ The DOM agrees: 5 nodes changed while it was applied.',
  ])
  expect(story.row('add_tag')).toMatchObject({ view: 'demo.TagView', transport: 'ws', ref: 3 })
})

test('a patch that nobody watched being applied is patched, and says so', () => {
  const row = page().live().event('add_tag', 3).patch(1, reply('add_tag', 3)).row('add_tag')
  expect(row.verdict).toMatchObject({ render: 'patched', certainty: 'proved', flags: [] })
  expect(reasonsOf(row).at(-1)).toBe('! The DOM was not observed while it was applied.')
})

test('a patch after which no node had changed is wasted', () => {
  const story = page().live().event('add_tag', 3).patch(3, reply('add_tag', 3)).dom(0)
  expect(story.lines).toEqual(['dispatch add_tag ok patched 3 patches · 0 nodes proved wasted'])
  expect(reasonsOf(story.row('add_tag')).at(-1)).toBe(
    '! The wire says 3 patches, but nothing changed in the DOM.',
  )
})

test('an empty patch is a render that found nothing to change', () => {
  const story = page().live().event('add_tag', 3).patch(0, reply('add_tag', 3))
  expect(story.lines).toEqual(['dispatch add_tag ok empty proved'])
})

test('a noop re-rendered nothing', () => {
  const story = page()
    .live()
    .event('type', 3)
    .hears({ type: 'noop', ...reply('type', 3) })
    .dom(0)
  expect(story.lines).toEqual(['dispatch type ok none 0 nodes proved'])
})

test('a noop of an older release, with nothing but its ref, still finds its event', () => {
  expect(page().live().event('type', 3).hears({ type: 'noop', ref: 3 }).lines).toEqual([
    'dispatch type ok none proved',
  ])
})

test('a noop during which the DOM changed is contradicted', () => {
  const story = page()
    .live()
    .event('type', 3)
    .hears({ type: 'noop', ...reply('type', 3) })
    .dom(2)
  expect(story.lines).toEqual(['dispatch type ok none 2 nodes proved contradicted'])
})

test('an html_update replaced the page', () => {
  const story = page()
    .live()
    .event('add', 3)
    .hears({ type: 'html_update', html: '<p>', ...reply('add', 3) })
    .dom(9)
  expect(story.lines).toEqual(['dispatch add ok replaced 9 nodes proved'])
})

test('an embedded_update with a ref answers its event', () => {
  const story = page()
    .live()
    .event('add', 3)
    .hears({ type: 'embedded_update', view_id: 'c', html: '', ref: 3 })
  expect(story.lines).toEqual(['dispatch add ok replaced proved'])
})

test('a rate limit is inferred to mean the oldest open event', () => {
  const story = page()
    .live()
    .event('a', 1)
    .event('b', 2)
    .hears({ type: 'rate_limit_exceeded', message: 'Slow down' })
  expect(story.lines).toEqual(['dispatch a limited none inferred', 'dispatch b pending pending proved'])
  expect(story.row('a')).toMatchObject({ statusText: 'rate limited', failure: { message: 'Slow down' } })
})

test('an error is inferred to mean the oldest open event, and the runtime gives up all others', () => {
  const story = page().live().event('a', 1).event('b', 2).hears({ type: 'error', error: 'Boom' })
  expect(story.lines).toEqual(['dispatch a error none inferred', 'dispatch b abandoned unknown proved'])
  expect(story.row('a').failure).toEqual({ message: 'Boom' })
})

test('an answer that comes after the runtime gave up still counts, and says so', () => {
  const story = page().live().event('a', 1).event('b', 2).hears({ type: 'error', error: 'Boom' })
  story.patch(1, reply('b', 2)).dom(1)
  expect(story.lines[1]).toBe('dispatch b ok patched 1 patches · 1 nodes proved')
  expect(reasonsOf(story.row('b')).at(-1)).toContain('The answer came all the same.')
})

test('two errors in a row answer two events, oldest first', () => {
  const story = page().live().event('a', 1).event('b', 2)
  story.hears({ type: 'error', error: 'One' }).hears({ type: 'error', error: 'Two' })
  expect(story.rows.flatMap((row) => row.failure?.message ?? [])).toEqual(['One', 'Two'])
})

test('an error that names its event is that one, even when an older one is open', () => {
  const story = page().live().event('a', 1).event('b', 2).hears({ type: 'error', error: 'Boom', event: 'b' })
  expect(story.row('b').status).toBe('error')
})

test('an error with a ref is proved, and the runtime gives up all others all the same', () => {
  const story = page()
    .live()
    .event('a', 1)
    .event('b', 2)
    .hears({ type: 'error', error: 'Boom', ref: 2, code: 'oops' })
  expect(story.lines).toEqual(['dispatch a abandoned unknown proved', 'dispatch b error none proved'])
  expect(story.row('b').statusText).toBe('oops')
})

test('an error during which the DOM changed is contradicted', () => {
  const story = page().live().event('a', 1).hears({ type: 'error', error: 'Boom' }).dom(1)
  expect(story.lines).toEqual(['dispatch a error none 1 nodes inferred contradicted'])
})

test('replies out of order find their events by ref', () => {
  const story = page().live().event('a', 1).event('b', 2).patch(2, reply('b', 2)).patch(1, reply('a', 1))
  expect(story.rows.slice(-2).map((row) => [row.name, row.patches])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})

test('a reply without a ref is matched to the oldest open event of that name', () => {
  const story = page().live().event('x').event('y').event('x').patch(1, { source: 'event', event_name: 'x' })
  expect(story.lines).toEqual([
    'dispatch x ok patched 1 patches inferred',
    'dispatch y pending pending proved',
    'dispatch x pending pending proved',
  ])
})

test('a bare patch is a push, never the reply to an open event', () => {
  const story = page().live().event('x').event('y', 1).patch(1)
  expect(story.lines).toEqual([
    'dispatch x pending pending proved',
    'dispatch y pending pending proved',
    'push patch ok patched 1 patches inferred',
  ])
})

test('the second phase of async work belongs to its dispatch', () => {
  const story = page()
    .live()
    .event('load', 1)
    .hears({ type: 'noop', ...reply('load', 1), async_pending: true })
  expect(reasonsOf(story.row('load')).at(-1)).toBe('✓ Async work is pending: a second answer will follow.')
  story.patch(4, { source: 'async', event_name: 'load' }).dom(4)
  expect(story.lines).toEqual(['dispatch load ok patched 4 patches · 4 nodes inferred'])
  expect(story.row('load')).toMatchObject({ answers: { length: 2 }, later: [{ received: 7 }] })
})

test('a reply to an event that was never seen is a dispatch of its own', () => {
  const story = page().live().patch(2, reply('add_tag', 12))
  expect(story.lines).toEqual(['dispatch add_tag ok patched 2 patches proved'])
  expect(reasonsOf(story.row('add_tag'))).toContain('✓ It answers the event with ref 12, which was not seen.')
})

test('a closed connection loses its open events and is a row itself', () => {
  const story = page().live().event('a', 1).closes(4429)
  expect(story.lines).toEqual(['dispatch a lost unknown proved'])
  expect(story.row('close')).toMatchObject({ status: 'error', statusText: '4429' })
})

test('a page that leaves abandons its open events', () => {
  const row = page().live().event('save', 1).leaves().row('save')
  expect(row).toMatchObject({ status: 'abandoned', verdict: { render: 'unknown' } })
  expect(reasonsOf(row)).toEqual(['! The page left before an answer came.'])
})

test('an event whose socket closes as the page leaves is abandoned, not lost', () => {
  const story = page().live().event('save', 1).at(100).closes(1001).at(102).leaves()
  expect(story.row('save')).toMatchObject({ status: 'abandoned', verdict: { render: 'unknown' } })
})

test('an event whose socket closes under a page that stays is lost', () => {
  expect(page().live().event('save', 1).closes(1001).row('save').status).toBe('lost')
})

test('an event whose answer may be among lost facts is unknown, and no later reply is given to it by order', () => {
  const story = page().live().event('x').loses(5).event('x').patch(1, { source: 'event', event_name: 'x' })
  expect(story.lines).toEqual([
    'dispatch x pending unknown proved',
    'dispatch x ok patched 1 patches inferred',
  ])
})

test('an event whose answer may have come while recording was off is unknown', () => {
  expect(page().live().event('x', 1).records(false).records(true).lines).toEqual([
    'dispatch x pending unknown proved',
  ])
})

test('a big frame that was cut is read through its outline', () => {
  const outline = { type: 'patch', ref: 3, patches: 900, event_name: 'add' }
  const cut = { text: '{"type":"patch","patches":[{"ty', bytes: 10_000_000, cut: true as const, outline }
  const story = page().live().event('add', 3).hears(cut)
  expect(story.lines).toEqual(['dispatch add ok patched 900 patches proved'])
  expect(story.row('add').received).toBe(10_000_000)
})

test('an unknown patch operation is named and everything else holds', () => {
  const strange = [...patches(1), { type: 'Teleport', path: [] }]
  const row = page().live().event('add', 3).hears({ type: 'patch', patches: strange, ref: 3 }).row('add')
  expect(row).toMatchObject({ unknown: ['Teleport'], patches: 2, verdict: { render: 'patched' } })
})

describe('before 1.2, where no answer says that async work is pending', () => {
  const begun = () => page().live().event('load', 1).patch(1, { ref: 1, source: 'event', event_name: 'load' })
  const late = { source: 'async', event_name: 'load', version: 3 }

  test('what async work brings under the name of the last event answered is its second phase', () => {
    const story = begun().patch(3, late).dom(3)
    expect(story.lines).toEqual(['dispatch load ok patched 4 patches · 3 nodes inferred'])
    expect(story.row('load').later).toHaveLength(1)
  })

  test('a second phase comes once', () => {
    expect(begun().patch(3, late).patch(3, late).lines).toHaveLength(2)
  })
})

test('where answers say so, what nobody announced is a push', () => {
  const story = page().live().event('a', 1).patch(1, { ref: 1, async_pending: true, event_name: 'a' })
  story.event('b', 2).patch(1, { ref: 2, event_name: 'b' }).patch(1, { source: 'async', event_name: 'b' })
  expect(story.lines.at(-1)).toContain('push b')
})
