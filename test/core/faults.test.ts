/** Faults of the runtime that can be seen from outside: said where they hit, and nowhere else. */
import { describe, expect, test } from 'vitest'
import { type Page, page } from '../language/page.ts'

const faultsOf = (story: Page, name: string) => story.row(name).faults?.map(({ id }) => id)
const key = { element: 'input#q', event: 'input', certainty: 'same-task' } as const

describe('the same thing sent twice at once', () => {
  const twice = (story: Page) => story.rows.map(({ faults }) => faults?.map(({ id }) => id))

  const asks = (story: Page, q = 'bu', name = 'search') => story.calls(name, { q }, 'issues.new', key)

  test('is said of the second call', () => {
    expect(twice(asks(asks(page())))).toEqual([undefined, ['sent-twice']])
  })

  test('is said of the second dispatch, though its ref differs', () => {
    const story = page().live()
    story.sends({ type: 'event', event: 'add', params: { id: 1 }, ref: 1 }, key)
    story.sends({ type: 'event', event: 'add', params: { id: 1 }, ref: 2 }, key)
    expect(twice(story).slice(-2)).toEqual([undefined, ['sent-twice']])
  })

  test.each([
    ['another payload', (story: Page) => asks(story, 'bug')],
    ['another function', (story: Page) => asks(story, 'bu', 'count')],
    ['the next key, 40 ms later', (story: Page) => asks(story.at(100))],
    ['an answer in between', (story: Page) => asks(story.answers(200, { result: [] }))],
  ])('is not said of %s', (_, next) => {
    expect(twice(next(asks(page().at(50)))).flat()).toEqual([undefined, undefined])
  })

  test('is not said of what no person asked for', () => {
    expect(twice(page().calls('search').calls('search')).flat()).toEqual([undefined, undefined])
  })

  test('is not said when another element asked', () => {
    const story = page().live().sends({ type: 'event', event: 'add', params: {}, ref: 1 }, key)
    story.sends({ type: 'event', event: 'add', params: {}, ref: 2 }, { ...key, element: 'button' })
    expect(twice(story).flat()).not.toContain('sent-twice')
  })
})

describe('a rate limit', () => {
  const limited = () => page().live().event('save', 1).hears({ type: 'rate_limit_exceeded', message: 'slow' })

  test('leaves the ref unsettled, and says what that does', () => {
    expect(limited().row('save').faults).toEqual([
      {
        id: 'ref-unsettled',
        says: 'The runtime does not take rate_limit_exceeded for the answer to ref 1: a form stays pending, and pushes are held back until an error or a reconnect.',
      },
    ])
  })

  test('makes a later tick wait behind it, which the tick says', () => {
    expect(faultsOf(limited().patch(1, { source: 'tick' }).dom(0), 'tick')).toEqual(['held-behind'])
  })

  test('does not hold an event without a ref', () => {
    const story = page().live().event('hook').hears({ type: 'rate_limit_exceeded', message: 'slow' })
    expect(faultsOf(story, 'hook')).toBeUndefined()
  })
})

test('a tick behind a slow event is no fault', () => {
  expect(faultsOf(page().live().event('slow', 1).patch(1, { source: 'tick' }).dom(0), 'tick')).toBeUndefined()
})

test('a buffer thrown away by an error is said of every push in it', () => {
  const story = page().live().event('slow', 1).patch(1, { source: 'tick' }).dom(0)
  expect(faultsOf(story.hears({ type: 'error', error: 'e' }), 'tick')).toEqual(['thrown-away'])
})

test('navigate is ignored over a WebSocket, and not over SSE', () => {
  expect(faultsOf(page().live().hears({ type: 'navigate', to: '/login' }), 'navigate')).toEqual([
    'navigate-ignored',
  ])
  expect(faultsOf(page().streams().hears({ type: 'navigate', to: '/login' }), 'navigate')).toBeUndefined()
})

test('a dispatch that is answered as it should be has no fault', () => {
  expect(page().live().event('a', 1).patch(1, { ref: 1 }).row('a').faults).toBeUndefined()
})

describe('what the DOM says wins', () => {
  test('over a push that should have been held: the ref before it was settled after all', () => {
    const story = page().live().event('save', 1).hears({ type: 'rate_limit_exceeded', message: 'slow' })
    story.patch(1, { source: 'tick' }).marks('apply-start').dom(3)
    expect(faultsOf(story, 'tick')).toBeUndefined()
    expect(faultsOf(story, 'save')).toBeUndefined()
  })

  test('over a push that should have been thrown away', () => {
    const story = page().live().event('slow', 1).patch(1, { source: 'tick' }).dom(3)
    expect(faultsOf(story.hears({ type: 'error', error: 'e' }), 'tick')).toBeUndefined()
  })
})

test('a push waits behind whichever ref is the oldest still open', () => {
  const story = page().live().event('a', 1).event('b', 2).patch(1, { source: 'tick' }).dom(0)
  story.hears({ type: 'noop', ref: 1 })
  expect(faultsOf(story, 'tick')).toBeUndefined()
  story.hears({ type: 'rate_limit_exceeded', message: 'slow' })
  expect(faultsOf(story, 'tick')).toEqual(['held-behind'])
})

test('what a closing socket leaves unapplied is no fault', () => {
  const story = page().live().event('slow', 1).patch(1, { source: 'tick' }).dom(0).closes(1006)
  expect(story.row('tick').verdict.render).toBe('dropped')
  expect(faultsOf(story, 'tick')).toBeUndefined()
})
