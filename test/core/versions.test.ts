/** A gap in the versions: what the runtime would not apply is no re-render, as far as anybody can tell. */
import { describe, expect, test } from 'vitest'
import { nextRenderAfter } from '../../src/core/next-render.ts'
import { summarise } from '../../src/core/summary.ts'
import { reasonsOf } from '../language/line.ts'
import { page } from '../language/page.ts'

const reply = { source: 'event', event_name: 'a', ref: 1 }
const asked = () => page().live().event('a', 1)

describe('a reply behind a gap in the versions', () => {
  test('that makes the page ask for the whole HTML was dropped', () => {
    const story = asked()
      .patch(2, { ...reply, version: 9 })
      .sends({ type: 'request_html' })
    expect(story.lines).toEqual(['dispatch a ok dropped 2 patches proved'])
    expect(reasonsOf(story.row('a')).at(-1)).toBe(
      '! The page stood at version 1 and this is version 9, so the runtime did not apply it and asked for the whole HTML (request_html).',
    )
  })

  test('that changed nothing in the DOM, without a marker, was dropped', () => {
    const story = asked()
      .hears({ type: 'html_update', html: '<p>', ...reply, version: 9 })
      .dom(0)
    expect(story.lines).toEqual(['dispatch a ok dropped 0 nodes proved'])
    expect(reasonsOf(story.row('a')).at(-1)).toContain('nothing changed in the DOM')
  })

  test('that was dropped is no re-render in totals, times and in what comes next', () => {
    const story = asked().hears({ type: 'push_event', event: 'first', payload: {} })
    story
      .patch(2, { ...reply, version: 9 })
      .dom(0)
      .done()
      .sends({ type: 'request_html' })
    story.hears({ type: 'html_recovery', html: '<p>', version: 9 }).dom(3)
    const row = story.row('a')
    expect(row.renders).toBeUndefined()
    expect(row.times.applied).toBeUndefined()
    expect(summarise([row]).rerenders).toBe(0)
    expect(nextRenderAfter(story.rows, story.row('first'))?.row.name).toBe('request_html')
  })

  test('during which the DOM changed was applied, whatever the page asks for', () => {
    const story = asked()
      .patch(2, { ...reply, version: 9 })
      .dom(2)
      .sends({ type: 'request_html' })
    expect(story.lines).toEqual(['dispatch a ok patched 2 patches · 2 nodes proved'])
  })

  test('that nobody watched stays what the wire says', () => {
    expect(asked().patch(2, { ...reply, version: 9 }).lines).toEqual([
      'dispatch a ok patched 2 patches proved',
    ])
  })

  test('that the runtime was seen applying is wasted, not dropped', () => {
    const story = asked()
      .patch(2, { ...reply, version: 9 })
      .marks('apply-start')
      .marks('apply-end')
      .dom(0)
    expect(story.lines).toEqual(['dispatch a ok patched 2 patches · 0 nodes proved wasted'])
  })
})

test.each([
  ['the next version', { version: 2 }],
  ['no version', { version: undefined }],
  ['a hot reload', { version: 9, hotreload: true }],
])('%s is no gap', (_, fields) => {
  const story = page()
    .live()
    .event('a', 1)
    .patch(2, { ...reply, ...fields })
    .dom(0)
  expect(story.row('a').verdict).toMatchObject({ render: 'patched', flags: ['wasted'] })
})

test('a noop and an error use up no version, and recovery sets it anew', () => {
  const story = page()
    .live()
    .event('x', 7)
    .hears({ type: 'noop', ref: 7 })
    .hears({ type: 'error', error: 'e' })
  story.patch(1, { source: 'tick', version: 2 }).dom(0)
  story.sends({ type: 'request_html' }).hears({ type: 'html_recovery', html: '', version: 20 })
  story.patch(1, { source: 'broadcast', version: 21 }).dom(0)
  expect(story.row('tick').verdict.render).toBe('patched')
  expect(story.row('broadcast').verdict.render).toBe('patched')
})

test('after facts were lost no version is held against a frame', () => {
  const story = page().live().loses(3).patch(1, { source: 'tick', version: 9 }).dom(0)
  expect(story.row('tick').verdict.render).toBe('patched')
})

test('a request for the HTML that comes long after means another frame', () => {
  const story = page().live().patch(1, { source: 'tick', version: 9 }).done()
  story.patch(1, { source: 'broadcast', version: 10 }).sends({ type: 'request_html' })
  expect(story.row('tick').verdict.render).toBe('patched')
})

test('after a refused frame, those that came with it are behind the gap as well', () => {
  const story = page()
    .live()
    .patch(1, { source: 'tick', version: 8 })
    .patch(1, { source: 'broadcast', version: 9 })
    .sends({ type: 'request_html' })
    .sends({ type: 'request_html' })
  expect(story.row('tick').verdict.render).toBe('dropped')
  expect(story.row('broadcast').verdict.render).toBe('dropped')
  expect(reasonsOf(story.row('broadcast')).at(-1)).toContain('stood at version 1 and this is version 9')
})

describe('a patch that fails while it is applied', () => {
  const failing = () => asked().patch(2, reply).marks('apply-start').sends({ type: 'request_html' })

  test('contradicts the wire when others had been applied', () => {
    expect(failing().dom(3).done().lines).toEqual([
      'dispatch a ok patched 2 patches · 3 nodes proved contradicted',
    ])
  })

  test('drops the frame when nothing had changed', () => {
    const story = failing().dom(0).done()
    expect(story.lines).toEqual(['dispatch a ok dropped 2 patches · 0 nodes proved'])
    expect(reasonsOf(story.row('a')).at(-1)).toBe(
      '! A patch could not be applied, so the runtime asked for the whole HTML (request_html); nothing had changed.',
    )
  })

  test('leaves open what nobody watched', () => {
    expect(failing().row('a').verdict.render).toBe('unknown')
  })

  test('is not found in a frame the page had finished with', () => {
    const story = asked().patch(2, reply).marks('apply-start').dom(2).done()
    expect(story.sends({ type: 'request_html' }).row('a').verdict.render).toBe('patched')
  })
})

describe('before 1.2, where a push that is held back does not use up its version', () => {
  const warm = () => page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').dom(1).done()
  const flushed = () =>
    warm()
      .event('b', 2)
      .patch(1, { source: 'tick', version: 3 })
      .dom(0)
      .done()
      .patch(5, { source: 'event', event_name: 'b', ref: 2, version: 4 })
      .sends({ type: 'request_html' })
      .marks('apply-start')
      .dom(2)
      .done()

  test('the reply that the page refused reads as refused, and the nodes are those of the push', () => {
    expect(flushed().lines.slice(-2)).toEqual([
      'dispatch b ok dropped 5 patches proved',
      'push tick ok patched 1 patches · 2 nodes proved held',
    ])
    expect(reasonsOf(flushed().row('b')).at(-1)).toBe(
      '! The runtime refused it before it had begun, and asked for the whole HTML (request_html).',
    )
  })
})

test('a reply that the page refuses before it ever applied one reads as refused as well', () => {
  const story = page()
    .live()
    .patch(1, { source: 'tick', version: 3 })
    .dom(0)
    .done()
    .event('b', 2)
    .patch(5, { source: 'event', event_name: 'b', ref: 2, version: 4 })
    .sends({ type: 'request_html' })
    .dom(0)
    .done()
  expect(story.lines.at(-1)).toBe('dispatch b ok dropped 5 patches · 0 nodes proved')
})

test('a runtime that takes one frame after the other refuses the one whose turn it is, not the newest', () => {
  const story = page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').dom(1).done()
  story.event('b', 2).event('c', 3)
  story.patch(1, { ref: 2, version: 3 }).patch(1, { ref: 3, version: 4 }).sends({ type: 'request_html' })
  expect(story.row('b').verdict.render).toBe('dropped')
})

test('nodes that change without the mark of an apply do not make a refused patch applied', () => {
  const story = page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').dom(1).done()
  story.event('b', 2).patch(1, { source: 'event', event_name: 'b', ref: 2, version: 50 })
  story.sends({ type: 'request_html' }).dom(1).done()
  expect(story.row('b').verdict.render).toBe('dropped')
})
