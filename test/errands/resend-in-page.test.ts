/** What runs in a page's world when something is sent again: it trusts nothing there, and always answers. */
import { expect, test } from 'vitest'
import { resendInPage } from '../../src/content/errands/resend-in-page.ts'
import type { Outcome, Sending } from '../../src/protocol/reach.ts'

const CALL: Sending = { by: 'djust.call', view: 'v', name: 'f', body: '{"a": "‹csrf#1›", "__proto__": 1}' }

interface Made {
  djust?: unknown
  fetch?: (url: string, init: RequestInit) => Promise<unknown>
  token?: string
  cookie?: string
  parse?: typeof JSON.parse
}
/** As much of a page as it uses. */
function send(
  sending: Sending,
  { djust, fetch, token, cookie = '', parse = JSON.parse }: Made,
  patience = 1_000,
): Promise<Outcome> {
  const view = {
    performance,
    JSON: { parse },
    location: { origin: 'http://page.test' },
    document: {
      baseURI: 'http://page.test/here/',
      cookie,
      querySelector: () => (token === undefined ? null : { value: token }),
    },
    ...(djust === undefined ? {} : { djust }),
    ...(fetch ? { fetch } : {}),
  }
  return resendInPage(sending, patience, view as unknown as Window & typeof globalThis)
}

test("the arguments go out as they stand, with the page's own token in the place of the one that was taken out", async () => {
  const asked: unknown[] = []
  const djust = { call: async (...args: unknown[]) => void asked.push(...args) }
  expect(await send(CALL, { djust, token: 'fresh"\\' })).toMatchObject({ end: 'ok' })
  expect(asked).toEqual(['v', 'f', JSON.parse('{"a": "fresh\\"\\\\", "__proto__": 1}')])
})

test('a page that cannot be asked says so, and nothing is sent', async () => {
  expect(await send(CALL, {})).toEqual({ end: 'unsent', says: 'The page has no djust.call.' })
  expect(await send(CALL, { djust: { call: 5 } })).toMatchObject({ end: 'unsent' })
})

test('an error keeps its code and status, and a page that throws what it likes is an error, too', async () => {
  const failing = Object.assign(new Error('no'), { code: 'rate_limited', status: 429 })
  const throwing = (thrown: unknown) => send(CALL, { djust: { call: () => Promise.reject(thrown) } })
  expect(await throwing(failing)).toMatchObject({
    end: 'error',
    message: 'no',
    code: 'rate_limited',
    status: 429,
  })
  expect(await throwing('text')).toMatchObject({ end: 'error', message: 'text' })
  const trap = {
    get message() {
      throw new Error('trap')
    },
  }
  expect(await throwing(trap)).toMatchObject({ end: 'error' })
  expect(await throwing(undefined)).toMatchObject({
    end: 'error',
    message: 'The page threw no error but something else.',
  })
  const parse = () => {
    throw new Error('poisoned')
  }
  expect(await send(CALL, { djust: { call: () => 1 }, parse })).toMatchObject({
    end: 'error',
    message: 'poisoned',
  })
})

test('a page that never answers is not waited for', async () => {
  const djust = { call: () => new Promise(() => {}) }
  expect(await send(CALL, { djust }, 20)).toMatchObject({ end: 'late' })
})

test('a handler is fetched with the token of the page, and another origin never sees it', async () => {
  const headers: unknown[] = []
  const fetch: Made['fetch'] = async (_, init) => {
    headers.push(init.headers)
    return Response.json({ error: 'permission_denied', message: 'Not you.' }, { status: 403 })
  }
  const touch: Sending = { by: 'fetch', url: '/djust/api/v/touch/', name: 'touch', body: '{}' }
  expect(await send(touch, { fetch, cookie: 'a=1; csrftoken=tok' })).toMatchObject({
    end: 'error',
    status: 403,
    code: 'permission_denied',
    message: 'Not you.',
  })
  await send({ ...touch, url: 'https://elsewhere.test/' }, { fetch, cookie: 'csrftoken=tok' })
  expect(headers).toEqual([
    { 'Content-Type': 'application/json', 'X-CSRFToken': 'tok' },
    { 'Content-Type': 'application/json' },
  ])
})
