/** An exposed event handler over HTTP: what it answers, and every way in which it refuses, in the order in which the server checks. */
import { expect, test, vi } from 'vitest'
import { answerApi } from '../../demo/live/api.ts'
import { API_ERRORS } from '../../src/protocol/wire.ts'
import { newSession, newVisitor, views } from './counter-view.ts'

const request = (handler: string, body: string, changes = {}) => ({
  slug: 'test.counter',
  handler,
  isCsrfValid: true,
  body,
  ...changes,
})

test('it answers with what the handler returned and what it changed, and takes the body itself as parameters', async () => {
  expect(await answerApi(request('exposed', '{"by":"4"}'), views, newVisitor(), 0)).toEqual({
    status: 200,
    reply: { result: { was: 0 }, assigns: { n: 4 } },
  })
  expect(await answerApi(request('exposed', '{"by":0}'), views, newVisitor(), 0)).toEqual({
    status: 200,
    reply: { result: { was: 0 }, assigns: {} },
  })
})

test('it runs on a fresh view: the live one neither helps nor hears of it', async () => {
  const visitor = newVisitor()
  const { mount, say, session } = newSession(visitor)
  await mount()
  await say({ type: 'event', event: 'add', params: { by: 5 } })
  const { html } = session.whole
  expect(await answerApi(request('exposed', ''), views, visitor, 0)).toMatchObject({
    reply: { assigns: { n: 1 } },
  })
  expect(session.whole.html).toBe(html)
})

test('nobody gets in unknown, and the view is looked for first', async () => {
  const refused = await answerApi(request('exposed', '', { isCsrfValid: false }), views, null, 0)
  expect(refused).toMatchObject({ status: 401, reply: { error: 'unauthenticated' } })
  expect(await answerApi(request('exposed', '', { slug: 'no.view' }), views, null, 0)).toMatchObject({
    status: 404,
    reply: { error: 'unknown_view' },
  })
})

test('with everything wrong at once, each cure reveals the next check', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const wrong = { slug: 'no.view', handler: 'no_such', isCsrfValid: false, body: '[' }
  const visitor = newVisitor()
  visitor.shelf.set('broken', true).set('refuse', 'login_required')
  const forget = (key: string) => () => void visitor.shelf.delete(key)
  const change = (changes: Partial<typeof wrong>) => () => void Object.assign(wrong, changes)
  const cures: [keyof typeof API_ERRORS, () => void][] = [
    ['unknown_view', change({ slug: 'test.counter' })],
    ['csrf_failed', change({ isCsrfValid: true })],
    ['invalid_json', change({ body: '[1]' })],
    ['invalid_json', change({ body: '{"z":1}' })],
    ['mount_failed', forget('broken')],
    ['login_required', forget('refuse')],
    ['unknown_handler', change({ handler: 'constructor' })],
    ['unknown_handler', change({ handler: 'add' })],
    ['handler_not_exposed', change({ handler: 'double' })],
    ['handler_not_exposed', change({ handler: 'exposed_broken' })],
    ['invalid_params', () => undefined],
    // The first try spent the token, so the limit is now found before the parameters.
    ['rate_limited', change({ handler: 'exposed' })],
    ['invalid_params', change({ body: '{"by":2}' })],
  ]
  for (const [error, cure] of cures) {
    const answer = await answerApi(wrong, views, visitor, 0)
    expect(answer).toMatchObject({ status: API_ERRORS[error], reply: { error, message: expect.any(String) } })
    cure()
  }
  expect(await answerApi(wrong, views, visitor, 0)).toMatchObject({ reply: { assigns: { n: 2 } } })
  expect(await answerApi({ ...wrong, handler: 'exposed_broken', body: '' }, views, newVisitor(), 0)).toEqual({
    status: 500,
    // What broke is for the terminal, as in djust.
    reply: { error: 'handler_error', message: 'Handler raised an unexpected error' },
  })
})
