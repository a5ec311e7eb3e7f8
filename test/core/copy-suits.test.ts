/** What cannot be copied in a format says so in a sentence, and what is written for it all the same runs nothing. */
import { describe, expect, test } from 'vitest'
import { contextOf } from '../../src/core/copy/context-of.ts'
import { COPY_FORMATS } from '../../src/core/copy/copy-formats.ts'
import type { Body } from '../../src/protocol/facts.ts'
import { type Page, page } from '../language/page.ts'

/** A sentence for each format that the row does not suit. */
function refusals(story: Page, name: string): Record<string, string> {
  const row = story.row(name)
  const told = COPY_FORMATS.map((format) => [format.id, format.suits(row)] as const)
  return Object.fromEntries(told.flatMap(([id, suits]) => (suits.ok ? [] : [[id, suits.says]])))
}

/** The last thing that was sent, kept otherwise. */
function kept(story: Page, body: Partial<Body>): Page {
  const sent = story.facts.findLast((fact) => fact.type === 'frame-out' || fact.type === 'request')
  if (sent?.type === 'frame-out' || sent?.type === 'request') sent.body = { ...sent.body, ...body }
  return story
}

const dispatch = () => page().live('a.View').event('add', 1).patch(1, { ref: 1 }).dom(1)

test('a dispatch over a socket suits all but what speaks HTTP', () => {
  expect(refusals(dispatch(), 'add')).toEqual({
    'djust-call': 'It is a dispatch; copy it as djust.handleEvent instead.',
    fetch: 'It went over a WebSocket; copy it as djust.handleEvent instead.',
    curl: 'It went over a WebSocket; copy it as djust.handleEvent instead.',
  })
})

test('a call suits all but a dispatch', () => {
  expect(Object.keys(refusals(page().calls('f').answers(200, { result: 1 }), 'f'))).toEqual(['handle-event'])
})

test('an API handler has no function of djust, and is copied as a request', () => {
  const said = refusals(page().callsApi('close').answers(200, { result: 1, assigns: {} }), 'close')
  expect(Object.keys(said)).toEqual(['djust-call', 'handle-event', 'playwright'])
  expect(said['djust-call']).toBe('djust has no function that calls an API handler; copy it as fetch.')
})

test.each([
  ['a push', 'tick', 'The server spoke first, so there is nothing to send again.'],
  ['what the runtime sends', 'mount', 'The runtime sends this by itself.'],
  [
    'a change of the address',
    'url_change',
    "djust's client sends this when the address changes; open the address instead.",
  ],
])('%s is data and nothing else', (_, name, says) => {
  const story = page()
    .live()
    .patch(1, { source: 'tick' })
    .sends({ type: 'url_change', uri: '/?a', params: {} })
  const said = refusals(story, name)
  expect(Object.keys(said)).toEqual(COPY_FORMATS.map(({ id }) => id).filter((id) => id !== 'json'))
  expect(said['curl']).toBe(says)
  expect(said['pytest']).toBe(says)
})

describe('nothing that would send something else is written for', () => {
  const said = (story: Page, name: string) => Object.values(refusals(story, name))

  test('a payload that was cut', () => {
    const cut = kept(page().calls('f').answers(200, { result: 1 }), { text: '{"par', bytes: 900, cut: true })
    expect(said(cut, 'f')).toHaveLength(6)
    expect(said(cut, 'f')[0]).toBe(
      'Only the beginning of its 900 bytes was kept, so what is copied would send something else.',
    )
  })

  test('a binary payload', () => {
    const binary = kept(page().calls('f').answers(200, { result: 1 }), { encoding: 'base64' })
    expect(said(binary, 'f')).toHaveLength(6)
  })

  test('a payload that is no JSON, or nested out of reach, save as a request', () => {
    for (const text of ['a=1&b=2', `{"params":${'['.repeat(60)}${']'.repeat(60)}}`]) {
      const story = kept(page().calls('f').answers(200, { result: 1 }), { text })
      expect(Object.keys(refusals(story, 'f'))).toEqual([
        'djust-call',
        'handle-event',
        'pytest',
        'playwright',
      ])
    }
  })

  test('a payload with a NUL, by a shell', () => {
    const story = kept(page().calls('f').answers(200, { result: 1 }), { text: '"\0"' })
    expect(refusals(story, 'f')['curl']).toBe('Its payload holds a NUL, which no shell can pass on.')
  })

  test('a name that is no header', () => {
    const story = page().fallsBack('a\nHost: b').answers(200, { html: '<p>' })
    expect(refusals(story, 'a\nHost: b')['fetch']).toBe('Its name holds characters that no header can carry.')
  })

  test('arguments that nobody could copy whole', () => {
    const story = page().dispatches('add').dispatchSettles('refused')
    expect(refusals(story, 'add')['handle-event']).toBe(
      'It never reached the network, and its arguments were not recorded.',
    )
    const asked = story.facts.find((fact) => fact.type === 'dispatch')
    if (asked) asked.params = { text: '{"a":"‹object›"}', bytes: 16 }
    expect(refusals(story, 'add')['handle-event']).toBe(
      'It was never sent, and its arguments are more than plain values.',
    )
  })
})

describe('no test is written for', () => {
  test.each([
    [
      'an open answer',
      () => page().calls('f'),
      'Its answer has not come yet, so a test has nothing to expect.',
    ],
    [
      'an answer that failed',
      () => page().calls('f').fails('network'),
      'Nobody got its answer, so a test has nothing to expect.',
    ],
    [
      'a rate limit',
      () => page().calls('f').answers(429, {}),
      'It was refused for being too frequent, which a test would not meet.',
    ],
  ])('%s', (_, story, says) => {
    expect(refusals(story(), 'f')).toMatchObject({ pytest: says, playwright: says })
  })

  test('parameters that the test client takes for its own, or views that it cannot reach', () => {
    const with_ = (params: object, view = 'a.View') => {
      const story = page()
        .live(view)
        .sends({ type: 'event', event: 'add', params, ref: 1 })
        .patch(1, { ref: 1 })
      return refusals(story, 'add')['pytest']
    }
    for (const name of ['self', 'event_name', 'raise_on_missing'])
      expect(with_({ [name]: 1 })).toBe(`djust's test client cannot send a parameter of the name ${name}.`)
    expect(with_({ view_id: 'c' })).toMatch(/^It went to a component or an embedded view/)
    expect(with_({ component_id: 'c' })).toMatch(/^It went to a component/)
    expect(with_({}, '')).toBe('The wire did not say which view it went to.')
  })
})

test('what does not suit is written as one comment, in the language of the format', () => {
  const story = page().live().patch(1, { source: 'tick' })
  const row = story.row('tick')
  for (const format of COPY_FORMATS.filter(({ id }) => id !== 'json'))
    expect(format.write(row, contextOf(story.log, row))).toMatch(/^(?:#|\/\/) [^\n]*\.$/)
})
