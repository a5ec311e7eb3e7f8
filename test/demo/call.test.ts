/** Every way a call can end, in the order in which the server checks. */
import { describe, expect, test } from 'vitest'
import { answerCall } from '../../demo/live/call.ts'
import { CALL_ERRORS } from '../../src/protocol/wire.ts'
import { newSession, newVisitor, views } from './counter-view.ts'

const call = (name: string, body: unknown = {}, changes = {}) => ({
  slug: 'test.counter',
  name,
  isCsrfValid: true,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...changes,
})

async function answer(
  asked: ReturnType<typeof call>,
  shelf: Record<string, unknown> = {},
  visitor = newVisitor(),
) {
  for (const [key, value] of Object.entries(shelf)) visitor.shelf.set(key, value)
  const { status, reply } = await answerCall(asked, views, visitor, 0)
  return { status, ...reply }
}

test('a call answers with what the function returned', async () => {
  expect(await answer(call('double', { params: { x: '4' } }))).toEqual({
    status: 200,
    result: { doubled: 8 },
  })
  expect(await answer(call('nothing_back', ''))).toEqual({ status: 200, result: null })
})

describe('each refusal has its own code and status', () => {
  test.each([
    ['unknown_view', call('double', {}, { slug: 'no.view' }), {}],
    ['csrf_failed', call('double', {}, { isCsrfValid: false }), {}],
    ['invalid_json', call('double', '{'), {}],
    ['invalid_json', call('double', '[1]'), {}],
    ['invalid_body', call('double', { x: 1 }), {}],
    ['invalid_body', call('double', { params: {}, x: 1 }), {}],
    ['invalid_body', call('double', { params: [1] }), {}],
    ['mount_failed', call('double'), { broken: true }],
    ['permission_denied', call('double'), { denied: true }],
    ['login_required', call('double'), { refuse: 'login_required' }],
    ['permission_denied', call('double'), { refuse: 'permission_denied' }],
    ['unknown_function', call('no_such'), {}],
    ['unknown_function', call('constructor'), {}],
    ['not_a_server_function', call('add'), {}],
    ['invalid_params', call('double', { params: { z: 1 } }), {}],
    ['function_error', call('broken'), {}],
    ['function_error', call('unspeakable'), {}],
    ['function_error', call('generator'), {}],
  ] as const)('%s', async (error, asked, shelf) => {
    expect(await answer(asked, shelf)).toMatchObject({
      status: CALL_ERRORS[error],
      error,
      message: expect.any(String),
    })
  })

  test('rate_limited, the second time within a second', async () => {
    const visitor = newVisitor()
    expect(await answer(call('rare'), {}, visitor)).toMatchObject({ status: 200 })
    expect(await answer(call('rare'), {}, visitor)).toMatchObject({ status: 429, error: 'rate_limited' })
  })

  test('invalid_params says what was expected, what came and what was wrong', async () => {
    expect(await answer(call('double', { params: { z: 1 } }))).toMatchObject({
      details: { expected: ['x'], provided: ['z'], type_errors: [] },
    })
    expect(await answer(call('double', { params: { x: 'q' } }))).toMatchObject({
      details: { type_errors: [{ param: 'x', expected: 'int', actual: 'str', value: 'q' }] },
    })
  })
})

test('with everything wrong at once, each cure reveals the next check', async () => {
  const wrong = { slug: 'no.view', name: 'no_such', isCsrfValid: false, body: '{' }
  const visitor = newVisitor()
  visitor.shelf.set('broken', true).set('refuse', 'login_required')
  const forget = (key: string) => () => void visitor.shelf.delete(key)
  const change = (changes: Partial<typeof wrong>) => () => void Object.assign(wrong, changes)
  const cures: [string, () => void][] = [
    ['unknown_view', change({ slug: 'test.counter' })],
    ['csrf_failed', change({ isCsrfValid: true })],
    ['invalid_json', change({ body: '{"x":1}' })],
    ['invalid_body', change({ body: '{"params":{"z":1}}' })],
    ['mount_failed', forget('broken')],
    ['login_required', forget('refuse')],
    ['unknown_function', change({ name: 'add' })],
    ['not_a_server_function', change({ name: 'rare' })],
    ['invalid_params', () => undefined],
    // The first try spent the token, so the limit is now found before the parameters.
    ['rate_limited', change({ name: 'double' })],
    ['invalid_params', change({ name: 'broken', body: '' })],
    ['function_error', change({ name: 'nothing_back' })],
  ]
  for (const [error, cure] of cures) {
    expect(await answerCall(wrong, views, visitor, 0)).toMatchObject({ reply: { error } })
    cure()
  }
  expect(await answerCall(wrong, views, visitor, 0)).toEqual({ status: 200, reply: { result: null } })
})

test('a call never sees the state of the live view', async () => {
  const visitor = newVisitor()
  const { mount, say, session } = newSession(visitor)
  await mount()
  await say({ type: 'event', event: 'add', params: { by: 5 } })
  expect(await answer(call('peek'), {}, visitor)).toEqual({ status: 200, result: 0 })
  expect(session.mounted?.html).toContain('5')
})
