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

describe('an error at which the runtime turns to something else before it gives anything up', () => {
  const held = () => page().live().event('slow', 1).patch(1, { source: 'tick' }).dom(0)
  const reply = { source: 'event', event_name: 'slow', ref: 1, version: 3 }

  test.each([
    ['an unknown message type', { error: 'Unknown message type: cursor_move' }],
    ['an older server that knows no mount_batch', { error: 'mount_batch is not supported' }],
    ['a page that loads itself again', { error: 'State was lost', recoverable: false }],
  ])('leaves what is held where it is: %s', (_, error) => {
    const story = held()
      .sends({ type: 'cursor_move' })
      .hears({ type: 'error', ...error })
    story.patch(1, reply).dom(2).done()
    expect(story.row('tick').verdict).toMatchObject({ render: 'patched', flags: ['held'] })
    expect(faultsOf(story, 'tick')).toBeUndefined()
    expect(story.rows.map(({ status }) => status)).not.toContain('abandoned')
  })
})

describe('the same thing sent twice, but for what it asks', () => {
  test('is not said of calls whose ref is a parameter', () => {
    const story = page().calls('load', { ref: 1 }, 'v', key).calls('load', { ref: 2 }, 'v', key)
    expect(story.rows.flatMap(({ faults = [] }) => faults)).toEqual([])
  })

  test('is not said of bodies of which only the beginning was kept', () => {
    const story = page().calls('up', { a: 1 }, 'v', key).calls('up', { a: 1 }, 'v', key)
    for (const fact of story.facts) if (fact.type === 'request') fact.body.cut = true
    expect(story.rows.flatMap(({ faults = [] }) => faults)).toEqual([])
  })
})

describe('what the page asks of the runtime in vain', () => {
  test('djust.dispatch is said to be missing, with the function that works', () => {
    const row = page().dispatches('', key, 'dispatch').dispatchSettles('rejected').row('djust.dispatch')
    expect(row).toMatchObject({ kind: 'dispatch', status: 'error', transport: 'none', trigger: key })
    expect(row.verdict.render).toBe('dropped')
    expect(row.faults).toEqual([
      {
        id: 'dispatch-missing',
        says: 'This runtime has no djust.dispatch, so nothing was sent. What works is djust.handleEvent(name, params).',
      },
    ])
  })

  test('a djust.dispatch that the page has made itself is none', () => {
    const story = page().live().dispatches('add', key, 'dispatch').event('add', 1)
    expect(faultsOf(story, 'add')).toBeUndefined()
  })

  test('a hook’s pushEvent without a socket is lost', () => {
    const story = page().streams().dispatches('', undefined, 'pushEvent').dispatchSettles('rejected')
    expect(faultsOf(story, 'pushEvent')).toEqual(['push-lost'])
  })

  test('a call that goes through a function of the page’s own says so, and the ones before do not', () => {
    const story = page().calls('before').answers(200, { result: 1 }).has('djust.call replaced').calls('after')
    expect(faultsOf(story, 'before')).toBeUndefined()
    expect(faultsOf(story, 'after')).toEqual(['call-replaced'])
  })
})

test('of a flood with pauses and answers in it, no two are said to be one sent twice', () => {
  const story = page().live()
  for (let ref = 1; ref <= 6; ref++) {
    story.sends({ type: 'event', event: 'noop', params: {}, ref }, key)
    if (ref % 2 === 0) story.hears({ type: 'noop', ref: ref - 1 }).at(ref * 30)
  }
  expect(story.rows.flatMap(({ faults = [] }) => faults.map(({ id }) => id))).not.toContain('sent-twice')
})
