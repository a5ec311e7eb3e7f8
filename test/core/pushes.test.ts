/** What the server says unasked: ticks, broadcasts, streams, and what the runtime holds back. */
import { describe, expect, test } from 'vitest'
import { fold, rowsOf } from '../../src/core/log.ts'
import { summarise } from '../../src/core/summary.ts'
import { reasonsOf } from '../language/line.ts'
import { page } from '../language/page.ts'

test.each([
  ['tick', { source: 'tick', event_name: 'tick' }, 'tick'],
  ['broadcast', { source: 'broadcast', broadcast: true }, 'broadcast'],
  ['late', { source: 'async', event_name: 'late' }, 'async'],
  ['hotreload', { hotreload: true, file: 'a.py' }, 'hotreload'],
])('a patch pushed by %s is a proved push that names its source', (name, fields, source) => {
  const story = page().live().patch(1, fields).dom(1)
  expect(story.lines).toEqual([`push ${name} ok patched 1 patches · 1 nodes proved`])
  expect(story.row(name)).toMatchObject({ source, view: 'demo.TagView', transport: 'ws' })
})

test('a push has no moment of sending and begins when it came', () => {
  const row = page().live().at(50).patch(1, { source: 'tick' }).row('tick')
  expect(row).toMatchObject({ at: 50, sent: 0, times: { received: 50 } })
})

test('an async frame of another name is a push, not a second phase', () => {
  const story = page().live().event('load', 1).hears({ type: 'noop', ref: 1, async_pending: true })
  story.patch(1, { source: 'async', event_name: 'other' })
  expect(story.lines).toEqual(['dispatch load ok none proved', 'push other ok patched 1 patches proved'])
})

describe.each(['stream', 'flash', 'page_metadata', 'layout'])('a %s frame', (type) => {
  test('changes the DOM directly', () => {
    expect(page().live().hears({ type, action: 'put' }).dom(1).rows.at(-1)).toMatchObject({
      kind: 'push',
      status: 'ok',
      verdict: { render: 'direct', certainty: 'proved', flags: [] },
    })
  })
})

test('a stream whose target is nowhere says that nothing changed', () => {
  const story = page().live().hears({ type: 'stream', stream: 'lines', ops: [] }).dom(0)
  expect(reasonsOf(story.row('lines')).at(-1)).toContain('Nothing changed in the DOM')
})

test('a stream is named after itself', () => {
  expect(page().live().hears({ type: 'stream', stream: 'lines', ops: [] }).lines).toEqual([
    'push lines ok direct proved',
  ])
})

test('a push_event renders nothing, and what the handlers of the page change is no contradiction', () => {
  const story = page().live().hears({ type: 'push_event', event: 'saved', payload: {} }).dom(3)
  expect(story.lines).toEqual(['push saved ok none 3 nodes proved'])
})

test.each(['child_update', 'sticky_update'])('a %s renders the view it names', (type) => {
  const story = page()
    .live()
    .hears({ type, view_id: 'chat', patches: [{ type: 'SetText' }], version: 1 })
  expect(story.row(type)).toMatchObject({ view: 'chat', verdict: { render: 'patched' } })
})

test('an unknown frame type is a row with its raw text, and nobody claims what it did', () => {
  const row = page().live().hears({ type: 'hologram', depth: 3 }).row('hologram')
  expect(row).toMatchObject({ kind: 'push', unknown: ['hologram'], verdict: { render: 'unknown' } })
  expect(row.answers[0]?.text).toBe('{"type":"hologram","depth":3}')
})

test('an error that answers nobody is a row of its own', () => {
  const story = page().live().hears({ type: 'error', error: 'Out of the blue' })
  expect(story.lines).toEqual(['push error error none inferred'])
  expect(story.row('error').failure).toEqual({ message: 'Out of the blue' })
})

test('a tick that came while a ref was awaited, and changed nothing then, is held and not wasted', () => {
  const story = page().live().event('slow', 1).patch(2, { source: 'tick', event_name: 'tick' }).dom(0)
  expect(story.lines[1]).toBe('push tick ok unknown 2 patches · 0 nodes proved held')
})

describe('a push held back until a noop lets it through', () => {
  const held = () => page().live().event('slow', 1).patch(2, { source: 'tick' }).dom(0)
  const released = () => held().hears({ type: 'noop', ref: 1 }).dom(2).done().paints()

  test('is patched by what changed then, and the noop by nothing', () => {
    expect(released().lines).toEqual([
      'dispatch slow ok none proved',
      'push tick ok patched 2 patches · 2 nodes proved held',
    ])
    expect(reasonsOf(released().row('tick')).at(-1)).toBe(
      '✓ The runtime held this back until an event had its answer, and applied it with that: 2 nodes changed then.',
    )
  })

  test('is on screen only then', () => {
    const { received, applied, painted } = released().row('tick').times
    expect([received, applied, painted].map((time) => typeof time)).toEqual(['number', 'number', 'number'])
    expect(applied).toBeGreaterThan(received ?? 0)
  })

  test('shares the nodes with others that came through with it', () => {
    const story = held().patch(1, { source: 'broadcast' }).dom(0).hears({ type: 'noop', ref: 1 }).dom(3)
    expect(story.row('slow').dom?.nodes).toBe(3)
    expect(story.row('tick').dom).toBeUndefined()
    expect(story.row('broadcast').verdict).toMatchObject({ render: 'patched', flags: ['held'] })
  })

  test('is thrown away by an error', () => {
    const story = held().hears({ type: 'error', error: 'e' })
    expect(story.lines[1]).toBe('push tick ok dropped 2 patches · 0 nodes proved held')
    expect(summarise([story.row('tick')]).rerenders).toBe(0)
  })

  test('is thrown away when the socket closes', () => {
    expect(held().closes(1006).row('tick').verdict.render).toBe('dropped')
  })
})

test('a rate limit leaves its ref pending in the runtime, so a later tick is held', () => {
  const story = page().live().event('a', 1).hears({ type: 'rate_limit_exceeded', message: 'Slow down' })
  story.patch(1, { source: 'tick' }).dom(0)
  expect(story.lines[1]).toContain('held')
})

describe('a push that is held back', () => {
  const held = () => page().live().event('slow', 1).at(50).patch(1, { source: 'tick' }).dom(0).done()

  test('has been received and not yet applied', () => {
    expect(held().row('tick').times).toEqual({ received: 50 })
  })

  test('and thrown away was never applied', () => {
    expect(held().hears({ type: 'error', error: 'e' }).row('tick').times).toEqual({ received: 50 })
  })
})

describe('after facts were lost nobody knows what the runtime waits for', () => {
  const runtime = () => page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').dom(1).done()
  const pausedWhileOpen = () => runtime().event('b', 2).records(false).records(true)

  test('a push that changed nothing may be held back', () => {
    const story = pausedWhileOpen().patch(1, { source: 'tick', version: 3 }).dom(0).done()
    expect(story.row('tick').verdict.render).toBe('unknown')
    expect(reasonsOf(story.row('tick')).at(-1)).toContain('Facts before it were not seen')
  })

  test('a push that was applied was not', () => {
    const story = pausedWhileOpen()
      .patch(1, { source: 'tick', version: 3 })
      .marks('apply-start')
      .dom(1)
      .done()
    expect(story.row('tick').verdict).toMatchObject({ render: 'patched', flags: [] })
  })

  test('an error settles it', () => {
    const story = pausedWhileOpen().hears({ type: 'error', error: 'e' })
    story.patch(1, { source: 'tick', version: 3 }).dom(0).done()
    expect(story.row('tick').verdict.render).toBe('dropped')
  })
})

test('a leaked ref does not make every later push cost more than the one before', () => {
  const story = page().live().event('save', 1).hears({ type: 'rate_limit_exceeded', message: 'slow' })
  const facts = (ticks: number) => {
    for (let tick = 0; tick < ticks; tick++)
      story
        .patch(1, { source: 'tick', version: tick + 2 })
        .dom(0)
        .done()
    return story.facts.length
  }
  facts(300)
  let log = story.log
  let touched = 0
  for (let tick = 0; tick < 20; tick++) {
    const from = facts(1) - 3
    const before = new Set(rowsOf(log))
    log = fold(log, story.sightings.slice(from))
    touched += rowsOf(log).filter((row) => !before.has(row)).length
  }
  expect(touched).toBe(20)
})
