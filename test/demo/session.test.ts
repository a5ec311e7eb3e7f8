/** A tab's conversation with its view, frames in and frames out. */
import { describe, expect, test, vi } from 'vitest'
import { newSession, newVisitor } from './counter-view.ts'

const event = (name: string, ref?: number, params = {}) => ({ type: 'event', event: name, params, ref })

async function mounted() {
  const made = newSession()
  await made.mount()
  return made
}

describe('opening', () => {
  test('the server speaks first, and mounts what it is asked for', async () => {
    const { session, mount } = newSession()
    expect(session.open()).toEqual([{ type: 'connect', session_id: 's-1' }])
    expect(await mount()).toEqual([
      {
        type: 'mount',
        session_id: 's-1',
        view: 'test.Counter',
        version: 1,
        html: '<p dj-id="0">0</p><i dj-id="1">0</i>',
        has_ids: true,
      },
    ])
  })

  test('an unknown view, a broken mount and a refused visitor are errors, and the conversation goes on', async () => {
    const { say, visitor } = newSession()
    expect(await say({ type: 'mount', view: 'no.View' })).toMatchObject([
      { type: 'error', error: 'There is no view "no.View"' },
    ])
    expect(await say({ type: 'mount', view: 'test.Counter', params: { broken: 1 } })).toMatchObject([
      { type: 'error', error: 'no database' },
    ])
    visitor.shelf.set('refuse', 'login_required')
    expect(await say({ type: 'mount', view: 'test.Counter' })).toMatchObject([
      { type: 'error', code: 'login_required' },
    ])
    expect(await say({ type: 'ping' })).toEqual([{ type: 'pong' }])
  })
})

describe('an event', () => {
  test('is answered by a patch with its ref, and only rendering counts the version up', async () => {
    const { say } = await mounted()
    const frames = await say(
      event('add', 1),
      event('nothing', 2),
      event('raise', 3),
      event('add', 4, { by: '5' }),
    )
    expect(frames).toMatchObject([
      {
        type: 'patch',
        version: 2,
        ref: 1,
        event_name: 'add',
        source: 'event',
        patches: [{ type: 'SetText', path: [0, 0], text: '1' }],
        timing: { render: 0 },
      },
      { type: 'noop', ref: 2, event_name: 'nothing', source: 'event' },
      { type: 'error', error: 'the handler broke', event: 'raise' },
      { type: 'patch', version: 3, ref: 4, patches: [{ text: '6' }] },
    ])
    expect(frames[2]).not.toHaveProperty('ref')
    expect(frames[1]).not.toHaveProperty('version')
  })

  test('that changed state but not the page is answered by no patches', async () => {
    const { say } = await mounted()
    expect(await say(event('hide', 1))).toMatchObject([{ type: 'patch', version: 2, patches: [], ref: 1 }])
  })

  test('without a ref is answered without one', async () => {
    const { say } = await mounted()
    const [frame] = await say({ type: 'event', event: 'add', params: {} })
    expect(frame).toMatchObject({ type: 'patch', event_name: 'add' })
    expect(frame).not.toHaveProperty('ref')
  })

  test('that breaks says so to the terminal, and to the page only that it broke', async () => {
    const terminal = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { say } = await mounted()
    const frames = await say(event('defect', 1), event('defective_action', 2))
    expect(JSON.stringify(frames)).not.toContain('SQLITE')
    expect(JSON.stringify(frames).match(/The demo failed to do this; its terminal says why/g)).toHaveLength(2)
    expect(terminal.mock.calls.map(([problem]) => String(problem))).toEqual([
      'Error: SQLITE_BUSY',
      'Error: SQLITE_BUSY',
    ])
    terminal.mockRestore()
  })

  test('whose action fails shows why; failing the same way again changes nothing', async () => {
    const { say } = await mounted()
    const frames = await say(event('fail', 1), event('fail', 2), event('fail', 3, { why: 'again' }))
    expect(frames.map(({ type }) => type)).toEqual(['patch', 'noop', 'patch'])
    expect(JSON.stringify(frames[0])).toContain('because')
    expect(JSON.stringify(frames[2])).toContain('again')
  })

  test('may ask for whole HTML, or for silence with a push', async () => {
    const { say } = await mounted()
    expect(await say(event('full', 1), event('quiet', 2))).toMatchObject([
      { type: 'html_update', version: 2, ref: 1, html: '<p dj-id="0">1</p><i dj-id="1">0</i>' },
      { type: 'push_event', event: 'pinged', payload: { n: 2 } },
      { type: 'noop', ref: 2 },
    ])
  })

  test('that comes while another is handled waits its turn', async () => {
    const { session } = await mounted()
    const answers = await Promise.all(
      [event('add', 1), event('slow', 2), event('add', 3)].map((frame) =>
        session.receive(JSON.stringify(frame)),
      ),
    )
    expect(answers.flat()).toMatchObject([
      { patches: [{ text: '1' }] },
      { patches: [{ text: '10' }] },
      { patches: [{ text: '11' }] },
    ])
  })

  test('may come only as often as its handler allows, and says so without a ref', async () => {
    const { say, clock } = await mounted()
    const [, limited] = await say(event('limited', 1), event('limited', 2))
    expect(limited).toEqual({ type: 'rate_limit_exceeded', message: 'Rate limit exceeded for limited' })
    clock.now = 1000
    expect(await say(event('limited', 3))).toMatchObject([{ type: 'noop', ref: 3 }])
  })

  test.each([
    ['nowhere', {}, /no event handler "nowhere"/],
    ['double', { x: 1 }, /no event handler "double"/],
    ['constructor', {}, /no event handler/],
    ['add', { by: 'x' }, /by: expected int, got str/],
    ['add', { to: 1 }, /unexpected parameters: to/],
    ['update_model', { field: 'hidden', value: '1' }, /not a model field/],
    ['update_model', { field: '__proto__', value: '1' }, /not a model field/],
  ])('%s %j is refused', async (name, params, message) => {
    const { say } = await mounted()
    expect(await say(event(name, 1, params))).toMatchObject([
      { type: 'error', error: expect.stringMatching(message) },
    ])
  })

  test('keys of the framework do not reach the handler, and dj-model writes what the view opened', async () => {
    const { say } = await mounted()
    expect(await say(event('add', 1, { _target: null, _args: [] }))).toMatchObject([{ type: 'patch' }])
    expect(await say(event('update_model', 2, { field: 'n', value: '42' }))).toMatchObject([
      { patches: [{ text: '42' }] },
    ])
  })

  test('before any mount is an error', async () => {
    expect(await newSession().say(event('add', 1))).toMatchObject([
      { type: 'error', error: 'No view is mounted' },
    ])
  })
})

describe('the server speaking first', () => {
  test('a tick patches, and a tick that changed nothing is silent', async () => {
    const { session, say } = await mounted()
    expect(await session.tick()).toMatchObject([
      { type: 'patch', version: 2, source: 'tick', event_name: 'tick' },
    ])
    await say(event('add', 1, { by: -10 }))
    expect(await session.tick()).toEqual([])
  })

  test('what one tab announces is broadcast to the others of the same visitor', async () => {
    const visitor = newVisitor()
    let announced = 0
    const [here, there] = [newSession(visitor, () => (announced += 1)), newSession(visitor)]
    await here.mount()
    await there.mount()
    await here.say(event('share', 1))
    expect(announced).toBe(1)
    expect(await there.session.refresh()).toMatchObject([
      {
        type: 'patch',
        version: 2,
        source: 'broadcast',
        broadcast: true,
        patches: [{ path: [1, 0], text: '1' }],
      },
    ])
    expect(await there.session.refresh()).toEqual([])
  })

  test('a reset shows fresh state', async () => {
    const { session, say } = await mounted()
    await say(event('add', 1), event('fail', 2))
    const [frame] = await session.reset()
    expect(frame).toMatchObject({ type: 'patch', source: 'broadcast', version: 4 })
    expect(session.mounted?.html).toBe('<p dj-id="0">0</p><i dj-id="1">0</i>')
  })

  test('nothing is said to a tab that has no view yet', async () => {
    const { session } = newSession()
    expect([await session.tick(), await session.refresh(), await session.reset()]).toEqual([[], [], []])
  })
})

describe('recovery and navigation', () => {
  test('the whole HTML is given once for each render', async () => {
    const { say } = await mounted()
    const ask = { type: 'request_html' }
    expect(await say(event('add', 1), ask, ask, event('add', 2), ask)).toMatchObject([
      { type: 'patch', version: 2 },
      { type: 'html_recovery', version: 2, html: '<p dj-id="0">1</p><i dj-id="1">0</i>' },
      { type: 'error', recoverable: false },
      { type: 'patch', version: 3 },
      { type: 'html_recovery', version: 3 },
    ])
  })

  test('a changed URL renders, and is named but has no ref and no source', async () => {
    const { say } = await mounted()
    const [frame] = await say({ type: 'url_change', params: { n: 9 }, uri: '/?n=9' })
    expect(frame).toMatchObject({
      type: 'patch',
      version: 2,
      event_name: 'url_change',
      patches: [{ text: '9' }],
    })
    expect(frame).not.toHaveProperty('source')
  })

  test('a live redirect mounts anew on the same count', async () => {
    const { say } = await mounted()
    expect(await say(event('add', 1), { type: 'live_redirect_mount', view: 'test.Counter' })).toMatchObject([
      { version: 2 },
      { type: 'mount', version: 3, html: expect.stringContaining('>0</p>') },
    ])
  })
})

describe('what is no message', () => {
  test.each([
    ['{', 'Invalid JSON'],
    ['[]', 'A message must be a JSON object'],
    ['null', 'A message must be a JSON object'],
    ['{}', 'A message must have a type'],
    ['{"type":"presence"}', 'Unknown message type: presence'],
    ['{"type":"toString"}', 'Unknown message type: toString'],
    ['{"type":"event"}', 'Invalid event message: "event" must be a string'],
    ['{"type":"event","event":"add","params":[]}', 'Invalid event message: "params" must be a JSON object'],
    ['{"type":"event","event":"add","ref":"1"}', 'Invalid event message: "ref" must be a number'],
  ])('%s is answered, and the conversation goes on', async (text, error) => {
    const { session, say } = await mounted()
    expect(await session.receive(text)).toEqual([{ type: 'error', error }])
    expect(await say(event('add', 1))).toMatchObject([{ type: 'patch', version: 2 }])
  })
})
