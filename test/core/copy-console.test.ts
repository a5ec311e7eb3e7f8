/** What is copied for a browser's console, run there in small: it must do again what the page had done. */
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { djustCall } from '../../src/core/copy/djust-call.ts'
import { fetchFormat } from '../../src/core/copy/fetch.ts'
import { handleEvent } from '../../src/core/copy/handle-event.ts'
import { page } from '../language/page.ts'
import { copyOf, HOSTILE } from './copy-of.ts'

/** What a console was made to do: the arguments of each call, and what it was asked to fill in. */
async function run(code: string) {
  const calls: unknown[][] = []
  const asked: string[] = []
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args])
    }
  await runInNewContext(`(async () => { ${code}\n })()`, {
    djust: { call: note('call'), handleEvent: note('handleEvent') },
    fetch: note('fetch'),
    document: { querySelector: () => ({ value: 'the token' }), cookie: '' },
    prompt(text: string) {
      asked.push(text)
      return 'what "was" typed'
    },
  })
  // Objects of another world have other prototypes.
  return { calls: JSON.parse(JSON.stringify(calls)), asked }
}

describe('djust.call', () => {
  test('reads as a person would write it', () => {
    const story = page().calls('search_tags', { q: 'bu', limit: 8, 'a-b': [true, null, -1.5e3] })
    expect(copyOf(djustCall, story, 'search_tags')).toBe(
      'await djust.call("issues.new", "search_tags", { q: "bu", limit: 8, "a-b": [true, null, -1500] })',
    )
  })

  test.each(HOSTILE)('says %j again wherever it stands, and nothing else', async (text) => {
    const params = JSON.parse(JSON.stringify({ [`k${text}`]: [text, { deep: text }] }))
    const { calls } = await run(
      copyOf(djustCall, page().calls('f', params, `v${text}`.replace('/', '')), 'f'),
    )
    expect(calls).toEqual([['call', expect.any(String), 'f', params]])
  })

  test('a member named __proto__ is a member and no prototype', async () => {
    const story = page().calls('f', JSON.parse('{"__proto__":{"admin":true}}'))
    const { calls } = await run(copyOf(djustCall, story, 'f'))
    expect(Object.keys(calls[0][3])).toEqual(['__proto__'])
  })

  test('secrets are read from the page, or asked for, each once', async () => {
    const story = page().calls('f', {
      a: '‹password#2›',
      b: 'Bearer ‹secret#1›.',
      c: '‹csrf#1›',
      '‹password#2›': 1,
    })
    const { calls, asked } = await run(copyOf(djustCall, story, 'f'))
    const typed = 'what "was" typed'
    expect(calls[0][3]).toEqual({ a: typed, b: `Bearer ${typed}.`, c: 'the token', [typed]: 1 })
    expect(asked).toEqual(['Fill in the password that was sent.', 'Fill in the secret that was sent.'])
  })
})

describe('djust.handleEvent', () => {
  test('carries what the frame carried, but not what the runtime adds by itself', () => {
    const params = { id: 7, _args: [3], _cacheRequestId: 'c1' }
    const story = page().live().sends({ type: 'event', event: 'add', params, ref: 1 })
    expect(copyOf(handleEvent, story, 'add')).toBe('await djust.handleEvent("add", { id: 7, _args: [3] })')
  })

  test('reads the same from a post to a stream, and from the fallback, whose body is the arguments', () => {
    const posted = page()
      .streams()
      .posts({ type: 'event', event: 'add', params: { id: 7 } })
    expect(copyOf(handleEvent, posted, 'add')).toBe('await djust.handleEvent("add", { id: 7 })')
    expect(copyOf(handleEvent, page().fallsBack('add'), 'add')).toBe('await djust.handleEvent("add", {})')
  })

  test.each(HOSTILE.filter((text) => text !== ''))('says the name %j again', async (name) => {
    const { calls } = await run(copyOf(handleEvent, page().live().event(name, 1), name))
    expect(calls).toEqual([['handleEvent', JSON.parse(JSON.stringify(name)), {}]])
  })
})

describe('fetch', () => {
  const sent = async (code: string) => {
    const [call] = (await run(code)).calls
    return { url: call[1], ...call[2] }
  }

  test('is the request of a server function', async () => {
    expect(await sent(copyOf(fetchFormat, page().calls('f', { q: 'bu' }), 'f'))).toEqual({
      url: 'http://127.0.0.1/djust/api/call/issues.new/f/',
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        'X-CSRFToken': 'the token',
        'X-Requested-With': 'XMLHttpRequest',
      },
      body: '{"params":{"q":"bu"}}',
    })
  })

  test('is the request of an API handler, with its query', async () => {
    const { url, headers } = await sent(copyOf(fetchFormat, page().callsApi('close'), 'close'))
    expect(url).toBe('http://127.0.0.1/djust/api/issues.new/close/?x=1')
    expect(Object.keys(headers)).toEqual(['Content-Type', 'X-CSRFToken'])
  })

  test('is the fallback of a dispatch, told by its header', async () => {
    const { headers } = await sent(copyOf(fetchFormat, page().fallsBack('add'), 'add'))
    expect(headers['X-Djust-Event']).toBe('add')
  })

  test('is what was posted to a stream, without a token', async () => {
    const story = page().streams().posts({ type: 'event', event: 'add', params: {} })
    const { url, headers, body } = await sent(copyOf(fetchFormat, story, 'add'))
    expect(url).toBe('http://127.0.0.1/djust/sse/u1/message/')
    expect(headers).toEqual({ 'Content-Type': 'application/json' })
    expect(body).toBe('{"type":"event","event":"add","params":{}}')
  })

  test('sends the very text where reading it as data would change it', async () => {
    const story = page().calls('f')
    const text = '{"params": {"id": 12345678901234567890}}'
    const request = story.facts.at(-1)
    if (request?.type === 'request') request.body = { text, bytes: text.length }
    expect((await sent(copyOf(fetchFormat, story, 'f'))).body).toBe(text)
  })

  test('what is filled in is escaped as JSON needs it', async () => {
    const { body } = await sent(copyOf(fetchFormat, page().calls('f', { pw: '‹password#1›' }), 'f'))
    expect(JSON.parse(body)).toEqual({ params: { pw: 'what "was" typed' } })
  })
})
