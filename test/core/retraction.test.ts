/** What was inferred gives way to what is proved: an error without a ref, and the reply that shows whose it was not. */
import { describe, expect, test } from 'vitest'
import { reasonsOf } from '../language/line.ts'
import { page } from '../language/page.ts'

const reply = (name: string, ref: number) => ({ source: 'event', event_name: name, ref })

describe('an error that was given to an event which is then answered by its ref', () => {
  test('moves to the next open event, and the first reads as it was proved', () => {
    const story = page().live().event('a', 1).event('b', 2).hears({ type: 'error', error: 'bad b' })
    story.patch(1, reply('a', 1)).dom(1)
    expect(story.lines).toEqual([
      'dispatch a ok patched 1 patches · 1 nodes proved',
      'dispatch b error none inferred',
    ])
    expect(story.row('a').failure).toBeUndefined()
    expect(story.row('b').failure).toEqual({ message: 'bad b' })
    expect(reasonsOf(story.row('b'))).toEqual([
      '✓ The server answered with an error; djust does not render for it.',
      '✓ Inferred: the answer names nobody; this was the oldest one left, as a ref proved that an older one was answered otherwise.',
    ])
    expect(reasonsOf(story.row('a')).at(-1)).toContain('The answer came all the same.')
  })

  test('takes along what the page was seen doing while it handled it', () => {
    const story = page().live().event('a', 1).event('b', 2).hears({ type: 'error', error: 'bad b' }).dom(2)
    story.hears({ type: 'noop', ...reply('a', 1) })
    expect(story.lines).toEqual([
      'dispatch a ok none proved',
      'dispatch b error none 2 nodes inferred contradicted',
    ])
  })

  test('moves to the older ping when no event is left that it could mean', () => {
    const story = page().live().sends({ type: 'ping' }).event('a', 1)
    story.hears({ type: 'error', error: 'Unknown message type: ping' }).patch(1, reply('a', 1)).dom(1)
    expect(story.lines).toEqual(['dispatch a ok patched 1 patches · 1 nodes proved'])
    expect(story.row('ping')).toMatchObject({ status: 'error', verdict: { certainty: 'inferred' } })
  })

  test('becomes a row of its own when nothing else was open, in its place in time', () => {
    const story = page().live().event('a', 1).hears({ type: 'error', error: 'Boom' }).event('later', 2)
    story.patch(1, reply('a', 1)).dom(1)
    expect(story.lines).toEqual([
      'dispatch a ok patched 1 patches · 1 nodes proved',
      'push error error none inferred',
      'dispatch later pending pending proved',
    ])
  })

  test('moves on and on, as one reply after the other comes', () => {
    const story = page().live().event('a', 1).event('b', 2).event('c', 3).hears({ type: 'error', error: 'c' })
    story.patch(1, reply('a', 1)).patch(1, reply('b', 2))
    expect(story.rows.map((row) => row.failure?.message ?? '').filter(Boolean)).toEqual(['c'])
    expect(story.row('c').status).toBe('error')
  })
})

test('a rate limit moves in the same way, and gives nobody up', () => {
  const story = page().live().event('a', 1).event('b', 2).hears({ type: 'rate_limit_exceeded', message: 'm' })
  story.patch(1, reply('a', 1)).dom(1)
  expect(story.lines).toEqual([
    'dispatch a ok patched 1 patches · 1 nodes proved',
    'dispatch b limited none inferred',
  ])
  expect(reasonsOf(story.row('a')).join()).not.toContain('all the same')
})

test('an error that carries the ref itself stays where it is', () => {
  const story = page().live().event('a', 1).event('b', 2).hears({ type: 'error', error: 'x', ref: 1 })
  story.patch(1, reply('a', 1))
  expect(story.row('b').status).toBe('abandoned')
  expect(story.row('a').status).toBe('error')
})

describe('an embedded_update without a ref', () => {
  const update = { type: 'embedded_update', view_id: 'c', html: '<b>', event_name: 'a' }

  test('answers the oldest open event of the name it gives', () => {
    const story = page().live().event('b', 1).event('a', 2).event('a').hears(update).dom(2)
    expect(story.lines).toEqual([
      'dispatch b pending pending proved',
      'dispatch a ok replaced 2 nodes inferred',
      'dispatch a pending pending proved',
    ])
  })

  test('whose event was not seen says which name it gives', () => {
    const row = page().live().hears(update).row('a')
    expect(row.kind).toBe('push')
    expect(reasonsOf(row)[1]).toBe(
      '✓ The frame names a and carries no ref; no event of that name was seen open.',
    )
  })
})

describe('a noop that names nobody', () => {
  const hooked = () => page().live().event('hooked').hears({ type: 'noop' })
  const answer = { source: 'event', event_name: 'hooked' }

  test('is taken for the answer of an event without a ref, as older releases send it', () => {
    expect(hooked().lines).toEqual(['dispatch hooked ok none inferred'])
  })

  test('was a broadcast that found nothing to do, when the real answer comes after it', () => {
    const story = hooked().patch(2, answer).dom(2)
    expect(story.lines).toEqual([
      'dispatch hooked ok patched 2 patches · 2 nodes inferred',
      'push noop ok none inferred',
    ])
  })

  test('is nobody’s answer where noops name whom they answer', () => {
    const story = page().live().event('first').hears({ type: 'noop', source: 'event', event_name: 'first' })
    story.event('hooked').hears({ type: 'noop' })
    expect(story.row('hooked').status).toBe('pending')
  })
})
