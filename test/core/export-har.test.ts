/** A log as HAR: valid by the specification's required fields, complete, and with what Chrome's importer reads. */
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { har } from '../../src/core/export/har.ts'
import { createLog, factsOf, fold, type Log } from '../../src/core/log.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'
import { HOSTILE } from './copy-of.ts'
import { harFile } from './export-har-file.ts'

function written(log: Log) {
  const chunks = [...har.write(log)]
  expect(chunks).toHaveLength(har.countChunks(log))
  return v.parse(harFile, JSON.parse(chunks.join(''))).log
}

/** The only entry. */
function only(log: Log) {
  const { entries } = written(log)
  const [first] = entries
  if (entries.length !== 1 || !first) throw new Error(`${entries.length} entries`)
  return first
}

const seconds = (ms: number) => (1_000_000 + ms) / 1000

describe('a call', () => {
  test('is an entry with its request, its response, its times and its verdict', () => {
    const story = page()
      .at(10)
      .calls('f', { q: 'é' })
      .at(31.5)
      .answers(200, { result: [1] })
    const answer = story.facts.at(-1)
    if (answer?.type === 'response') answer.headers = 20
    const { request, response, timings, startedDateTime, time, _djust } = only(story.log)
    expect(startedDateTime).toBe('1970-01-01T00:16:40.011Z')
    expect(request).toMatchObject({
      method: 'POST',
      url: 'http://127.0.0.1/djust/api/call/issues.new/f/',
      bodySize: 20,
      postData: { mimeType: 'application/json', text: '{"params":{"q":"é"}}' },
    })
    expect(response).toMatchObject({
      status: 200,
      statusText: 'OK',
      content: { size: 14, mimeType: 'application/json', text: '{"result":[1]}' },
    })
    expect(timings).toEqual({ blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 9, receive: 11.5 })
    expect(time).toBe(20.5)
    expect(_djust).toMatchObject({
      exchange: 'page/1',
      kind: 'call',
      name: 'f',
      render: 'none',
      certainty: 'proved',
    })
  })

  test('without an answer has none, and says why', () => {
    expect(only(page().calls('f').fails('network').log).response).toMatchObject({
      status: 0,
      bodySize: -1,
      _error: 'network: it was network',
    })
    expect(only(page().calls('f').log).response._error).toBe('No answer was seen.')
  })

  test('whose request was not seen is an entry all the same', () => {
    expect(only(page().answers(200, {}, 7).log)).toMatchObject({
      request: { url: 'about:blank', bodySize: -1 },
      comment: 'Its request was not seen, only the answer.',
    })
  })
})

test('a request that was answered twice loses neither answer', () => {
  const { entries } = written(page().calls('f').answers(200, { result: 1 }).answers(500, {}, 1).log)
  expect(entries.map(({ response }) => response.status)).toEqual([200, 500])
})

test('an address is absolute and has no fragment', () => {
  const story = page().fallsBack('add')
  const request = story.facts.at(-1)
  if (request?.type === 'request') request.url = '/issues/?a=b%20c&d#there?'
  const { url, queryString } = only(story.log).request
  expect(url).toBe('http://127.0.0.1/issues/?a=b%20c&d')
  expect(queryString).toEqual([
    { name: 'a', value: 'b c' },
    { name: 'd', value: '' },
  ])
})

test('a dispatch over HTTP carries its header, and an API handler its query', () => {
  expect(only(page().fallsBack('add').log).request.headers).toEqual([{ name: 'X-Djust-Event', value: 'add' }])
  const { queryString, url } = only(page().callsApi('close').log).request
  expect(queryString).toEqual([{ name: 'x', value: '1' }])
  expect(url).toBe('http://127.0.0.1/djust/api/issues.new/close/?x=1')
})

describe('a socket', () => {
  const story = page()
    .at(5)
    .opens()
    .sends({ type: 'ping' })
    .at(9.25)
    .hears({ type: 'pong' })
    .sendsBytes([1, 2])
    .at(100)
    .closes(1000)

  test('is one entry with all its messages as Chrome reads them, in order and with their times', () => {
    const socket = only(story.log)
    expect(socket).toMatchObject({
      _resourceType: 'websocket',
      time: 95,
      request: { method: 'GET', url: 'ws://127.0.0.1/ws/live/' },
      response: { status: 101, _transferSize: 15 },
    })
    expect(socket._webSocketMessages?.map(({ _djust, ...read }) => read)).toEqual([
      { type: 'send', opcode: 1, time: seconds(6), data: '{"type":"ping"}' },
      { type: 'receive', opcode: 1, time: seconds(9.25), data: '{"type":"pong"}' },
      { type: 'send', opcode: 2, time: seconds(10.25), data: 'AQI=' },
    ])
  })

  test('says the verdict of a row once, where the row begins', () => {
    const dispatched = page().opens().event('add', 1).patch(1, { ref: 1 }).dom(2).log
    const raw = JSON.parse([...har.write(dispatched)].join('')).log.entries[0]._webSocketMessages
    expect(raw[0]._djust).toMatchObject({
      exchange: 'page/2',
      kind: 'dispatch',
      render: 'patched',
      patches: 1,
    })
    expect(raw[1]._djust).toEqual({ exchange: 'page/2', bytes: expect.any(Number) })
  })

  test('that was opened before anyone watched has no address', () => {
    expect(only(page().sends({ type: 'ping' }).log)).toMatchObject({
      _resourceType: 'websocket',
      request: { url: 'about:blank' },
      comment: 'It was opened before anyone watched, so its address is not known.',
    })
  })

  test('opened twice is two entries', () => {
    const [first, second] = written(
      page().opens().event('a', 1).opens().event('b', 1).event('c', 2).log,
    ).entries
    expect([first, second].map((each) => each?._webSocketMessages?.length)).toEqual([1, 2])
  })
})

test('a payload that was cut says so, with its true size', () => {
  const cut = page().opens().hears({ text: '{"ty', bytes: 900, cut: true })
  const raw = JSON.parse([...har.write(cut.log)].join('')).log.entries[0]
  expect(raw._webSocketMessages[0]).toMatchObject({ data: '{"ty', _djust: { bytes: 900, cut: true } })
  expect(raw.response._transferSize).toBe(900)
})

test('a stream is a request with its messages, and the posts beside it are requests', () => {
  const story = page().streams('a.View').posts({ type: 'event', event: 'add' }).answers(200, { ok: true })
  story.hears({ text: 'one\ntwo', bytes: 7 })
  const [stream, posted] = written(story.log).entries
  expect(stream).toMatchObject({
    _resourceType: 'eventsource',
    request: { method: 'GET', queryString: [{ name: 'view', value: 'a.View' }] },
    response: {
      status: 200,
      content: { mimeType: 'text/event-stream', text: 'data: one\ndata: two\n\n', size: 7 },
    },
    _eventSourceMessages: [{ type: 'receive', data: 'one\ntwo', time: seconds(4) }],
  })
  expect(posted?.request.url).toBe('http://127.0.0.1/djust/sse/u1/message/')
})

test('a stream whose opening was not seen is told by what was posted beside it', () => {
  const story = page().opens('sse').posts({ type: 'event', event: 'a' }).hears({ type: 'noop' })
  story.facts.splice(1, 1)
  expect(written(story.log).entries.map((each) => each._resourceType)).toEqual(['fetch', 'eventsource'])
})

test('entries of all documents stand in the order of time, each on its page', () => {
  const top = page('top', { origin: 2000 }).at(50).calls('b')
  const inner = page('inner', { frame: 4, origin: 1000 }).at(5).calls('a')
  const { entries, pages } = written(fold(fold(createLog(), top.sightings), inner.sightings))
  expect(entries.map((each) => each.pageref)).toEqual(['inner', 'top'])
  expect(pages.map(({ id }) => id)).toEqual(['top', 'inner'])
})

test('hostile names and payloads come back as they were', () => {
  for (const each of HOSTILE) {
    const said = JSON.stringify({ type: 'event', event: each, params: { [each]: each } })
    const log = page().opens().sends(said).hears(each).log
    expect(only(log)._webSocketMessages?.map(({ data }) => data)).toEqual([said, each])
  }
})

test('any log is a valid file that holds every frame, request and response of it', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const log = fold(createLog(), all)
      const facts = ['top', 'inner'].flatMap((doc) => factsOf(log, doc))
      const { entries } = written(log)
      const messages = entries.flatMap((each) => each._webSocketMessages ?? each._eventSourceMessages ?? [])
      const count = (...types: string[]) => facts.filter(({ type }) => types.includes(type)).length
      expect(messages.filter(({ type }) => type === 'send')).toHaveLength(count('frame-out'))
      expect(messages.filter(({ type }) => type === 'receive')).toHaveLength(count('frame-in'))
      expect(entries.filter(({ request }) => request.postData)).toHaveLength(count('request'))
      expect(
        entries.filter(
          ({ response }) =>
            response.status > 101 &&
            response.content.text !== undefined &&
            !response.content.mimeType.startsWith('text/'),
        ),
      ).toHaveLength(count('response'))
    }),
  )
})
