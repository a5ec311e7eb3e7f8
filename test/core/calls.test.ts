/** Calls: rows of `djust.call` and of API handlers, which never re-render. */
import { describe, expect, test } from 'vitest'
import { CALL_ERRORS } from '../../src/protocol/wire.ts'
import { reasonsOf } from '../language/line.ts'
import { page } from '../language/page.ts'

test('a call that is answered re-rendered nothing, and that is proved', () => {
  const story = page().calls('search_tags', { q: 'py' }).answers(200, { result: [] }).settles()
  expect(story.lines).toEqual(['call search_tags ok none proved'])
  const row = story.row('search_tags')
  expect(row).toMatchObject({
    via: 'server_function',
    view: 'issues.new',
    transport: 'http',
    statusText: '200',
  })
  expect(reasonsOf(row)).toEqual([
    '✓ A server function answers over HTTP; djust never re-renders for it.',
    '✓ Proved: it is the response to this very request.',
  ])
  expect(row.times).toEqual({ queued: 1, sent: 2, answering: 3, received: 3 })
})

test('a call without an answer is pending', () => {
  const story = page().calls('search_tags')
  expect(story.lines).toEqual(['call search_tags pending pending proved'])
})

test('bytes are those on the wire, not those kept', () => {
  const row = page().calls('f', { q: 'py' }).answers(200, { result: 1 }).row('f')
  expect([row.sent, row.received]).toEqual(['{"params":{"q":"py"}}'.length, '{"result":1}'.length])
})

describe.each(Object.entries(CALL_ERRORS))('the error %s', (code, status) => {
  test('is shown with its code, text and details, and re-rendered nothing', () => {
    const details = { expected: ['q'] }
    const story = page().calls('f').answers(status, { error: code, message: 'No.', details })
    const row = story.row('f')
    expect(row.failure).toEqual({ code, message: 'No.', details })
    expect(row.statusText).toBe(String(status))
    expect(row.status).toBe(status === 429 ? 'limited' : 'error')
    expect(row.verdict).toMatchObject({ render: 'none', certainty: 'proved' })
  })
})

test('an error that is not JSON is an http_error with the text the runtime throws', () => {
  const row = page().calls('f').answers(502, '<h1>Bad gateway</h1>').row('f')
  expect(row).toMatchObject({ status: 'error', statusText: '502' })
  expect(row.failure).toEqual({ code: 'http_error', message: 'djust.call failed: 502' })
})

test('an answer that is fine but not JSON is ok, and says what the page got', () => {
  const row = page().calls('f').answers(200, 'hello').row('f')
  expect(row.status).toBe('ok')
  expect(reasonsOf(row)).toContain('! The answer is not JSON, so djust.call resolves to undefined.')
})

test('a network failure is an error without a code', () => {
  const row = page().calls('f').fails('network').settles({ message: 'Failed to fetch' }).row('f')
  expect(row).toMatchObject({ status: 'error', statusText: '(failed)', verdict: { render: 'none' } })
  expect(row.failure).toEqual({ message: 'it was network' })
})

test('an aborted call is abandoned', () => {
  const row = page().calls('f').fails('abort').row('f')
  expect(row).toMatchObject({ status: 'abandoned', statusText: '(aborted)', verdict: { render: 'none' } })
})

test('a call refused before the network is an error that used no transport', () => {
  const row = page().enters('', '').settles({ message: 'A view is needed' }).rows[0]
  expect(row).toMatchObject({ status: 'error', statusText: '(refused)', transport: 'none', sent: 0 })
  expect(row?.failure).toEqual({ message: 'A view is needed' })
})

test('a call whose settlement is known before its response reads as settled until the response says more', () => {
  const story = page().calls('f').settles({ message: 'No.', code: 'invalid_params', status: 400 })
  expect(story.row('f')).toMatchObject({
    status: 'error',
    statusText: '400',
    failure: { code: 'invalid_params' },
  })
  story.answers(400, { error: 'invalid_params', message: 'No.', details: 1 })
  expect(story.row('f').failure).toEqual({ code: 'invalid_params', message: 'No.', details: 1 })
})

test('a request to an API handler is a call via api, named by its address', () => {
  const story = page().callsApi('close_issue').answers(200, { result: 1, assigns: {} })
  expect(story.lines).toEqual(['call close_issue ok none proved'])
  expect(story.row('close_issue')).toMatchObject({ via: 'api', view: 'issues.new' })
})

test('an older call answered after a newer one is stale, the newer is not', () => {
  const story = page().calls('search', { q: 'p' }).calls('search', { q: 'py' })
  story.answers(200, { result: 2 }, 2).answers(200, { result: 1 }, 1)
  expect(story.lines).toEqual(['call search ok none proved stale', 'call search ok none proved'])
})

test('calls answered in order, and calls of other functions, are never stale', () => {
  const story = page()
    .calls('a')
    .calls('b')
    .answers(200, {}, 2)
    .answers(200, {}, 1)
    .calls('a')
    .answers(200, {})
  expect(story.rows.flatMap((row) => row.verdict.flags)).toEqual([])
})

test('a page that leaves abandons its open calls', () => {
  const row = page().calls('f').leaves().row('f')
  expect(row).toMatchObject({ status: 'abandoned', statusText: '(abandoned)', verdict: { render: 'none' } })
  expect(reasonsOf(row)).toContain('! The page left before an answer came.')
})

test('a call that fails as the page leaves was cut off by the browser, and is abandoned', () => {
  const row = page().calls('f').at(100).fails('network').at(103).leaves(true).row('f')
  expect(row).toMatchObject({ status: 'abandoned', verdict: { render: 'none' } })
  expect(reasonsOf(row)).toContain(
    '! It was cut off 3 ms before the page left, as browsers do when they unload a page.',
  )
})

test('a call whose failure is told only after the page has left was abandoned all the same', () => {
  expect(page().calls('f').leaves().fails('network').row('f')).toMatchObject({ status: 'abandoned' })
})

test('a call that failed well before the page left has failed', () => {
  expect(page().calls('f').at(100).fails('network').at(500).leaves().row('f').status).toBe('error')
})

describe('on a busy machine the page leaves long after its socket was closed as going away, and', () => {
  const going = () => page().live().event('a', 1).calls('f').at(100).fails('network').closes(1001)

  test('what was cut off with it is abandoned', () => {
    const story = going().at(900).leaves()
    expect([story.row('a').status, story.row('f').status]).toEqual(['abandoned', 'abandoned'])
  })

  test('what a server cut off that went away long before is lost', () => {
    const story = going().at(2500).leaves()
    expect([story.row('a').status, story.row('f').status]).toEqual(['lost', 'error'])
  })

  test('what failed before a page that stayed has failed', () => {
    const story = going().opens().at(900).leaves()
    expect([story.row('a').status, story.row('f').status]).toEqual(['lost', 'error'])
  })

  test('a socket that broke is lost', () => {
    const story = page().live().event('a', 1).at(100).closes(1006).at(900).leaves()
    expect(story.row('a').status).toBe('lost')
  })
})

describe('a page that the server told to go elsewhere leaves when the next one answers, and', () => {
  const told = (frame: { type: string }) => page().live().calls('f').hears(frame).at(100).fails('network')
  const redirect = { type: 'navigation', action: 'live_redirect', path: '/next/' }

  test.each([redirect, { type: 'navigate', to: '/next/' }, { type: 'reload' }])(
    'what was cut off meanwhile is abandoned: %j',
    (frame) => {
      expect(told(frame).at(2000).leaves().row('f').status).toBe('abandoned')
    },
  )

  test('what failed in a page that went on has failed', () => {
    expect(told(redirect).sends({ type: 'ping' }).at(2000).leaves().row('f').status).toBe('error')
  })

  test('what failed in a page whose address alone changed has failed', () => {
    const patch = { type: 'navigation', action: 'live_patch', path: '/same/?page=2' }
    expect(told(patch).at(2000).leaves().row('f').status).toBe('error')
  })
})

test('a page kept for the back button abandons nothing', () => {
  expect(page().calls('f').leaves(true).row('f').status).toBe('pending')
})
