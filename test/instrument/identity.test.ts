/** The page behaves exactly as without us: the same script answers the same with and without the instrument. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

const PROBES: Record<string, string> = {
  'what a fresh window shows': `[typeof djust, window.djust === undefined, Object.keys(window).includes('djust'),
    Object.keys(window).includes('_lastPatchTiming'), [...(function* () { for (const k in window) yield k })()].includes('djust'), typeof window.relay === 'object']
    .slice(0, 5)`,
  'the shape of native constructors': `[WebSocket, EventSource, fetch, XMLHttpRequest.prototype.send, XMLHttpRequest.prototype.open,
    WebSocket.prototype.send, EventSource.prototype.close, Function.prototype.toString].map((f) => [f.name, f.length, String(f),
    Function.prototype.toString.call(f), Object.getOwnPropertyNames(f).sort().join()])`,
  'attributes of what was replaced': `[[window, 'WebSocket'], [window, 'fetch'], [window, 'EventSource'], [WebSocket.prototype, 'send'],
    [WebSocket.prototype, 'constructor'], [XMLHttpRequest.prototype, 'open'], [Function.prototype, 'toString']]
    .map(([o, k]) => { const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(o, k); return [k, writable, enumerable, configurable] })`,
  'sockets, their class and subclasses': `(() => { class Mine extends WebSocket { get mine() { return 1 } }
    const ws = new WebSocket('ws://' + location.host + '/plain/'), mine = new Mine('ws://' + location.host + '/plain/', ['x'])
    const result = [ws instanceof WebSocket, ws.constructor === WebSocket, Object.getPrototypeOf(ws) === WebSocket.prototype, mine instanceof Mine,
      mine instanceof WebSocket, mine.mine, mine.constructor === Mine, Object.getPrototypeOf(Mine) === WebSocket, WebSocket.OPEN, ws.CLOSING,
      Object.prototype.toString.call(ws), Object.keys(ws).length, 'isTrusted' in ws]
    ws.close(); mine.close(); return result })()`,
  'errors of the platform': `(async () => { const texts = []
    for (const attempt of [() => WebSocket('ws://x'), () => new WebSocket('nonsense:'), () => new WebSocket(), () => new WebSocket('ws://' + location.host).send('early'),
      () => WebSocket.prototype.send.call({}, 'x'), () => fetch(), () => fetch('http://a:b@c/'), () => fetch.call(1, '/'), () => new fetch('/'), () => new EventSource(),
      () => EventSource('/'), () => XMLHttpRequest.prototype.open.call({}), () => new XMLHttpRequest().send(), () => Function.prototype.toString.call({}), () => Symbol() + ''])
      try { await attempt(); texts.push('fine') } catch (error) { texts.push(error.constructor.name + ': ' + error.message) }
    return texts })()`,
  'djust’s own functions': `(() => { const call = async function call(a, b) { return [this === djust, a, b] }; call.extra = 1
    djust.call = call; djust.dispatch = djust.handleEvent
    return Promise.all([String(djust.call), djust.call.name, djust.call.length, djust.call.extra, djust.call === djust.call, djust.dispatch === djust.handleEvent,
      djust.call(1, 2), Object.keys(djust).sort(), JSON.stringify(djust), djust.call instanceof Promise, 'call' in djust, typeof djust.nothing,
      (djust.call = djust.call, djust.call === djust.call), delete djust.call, djust.call, Object.create(djust).handleEvent === djust.handleEvent]) })()`,
  'a getter that the page puts in place of window.djust': `(() => { const api = { n: 1 }
    Object.defineProperty(window, 'djust', { get: () => api }); window.djust = { n: 2 }; return djust.n })()`,
  'what the page keeps after a getter of its own': `(() => { window.djust = {}
    Object.defineProperty(djust, 'call', { get: () => () => 'mine' }); djust.call = () => 'other'
    const heir = Object.create(djust); heir.call = () => 'heir'; return [djust.call(), heir.call(), Object.hasOwn(heir, 'call')] })()`,
  'the order of keys': `(() => { window.zebra = 1; window.djust = { b: 1 }; djust.handleEvent = () => 1; djust.a = 1; djust.call = () => 2; window.apple = 1
    return [Object.keys(djust), Object.keys(window).filter((key) => /^(?:zebra|djust|apple)$/.test(key)), Object.isExtensible(djust)] })()`,
  'a call that answers no promise': `[null, undefined, 'x', false].map((answer) => { djust.call = () => answer; return String(djust.call()) })`,
  'a getter on the class of djust': `(() => { class Made { get call() { return () => 'called' } }; window.djust = new Made(); return djust.call() })()`,
  'assignment through inheritance': `(() => { window.djust = { call: () => 'parent' }; const child = Object.create(djust); child.call = () => 'child'
    return [djust.call(), child.call(), Object.hasOwn(child, 'call'), Object.keys(child)] })()`,
  'a wrapper that handles the rejection it hands on': `(async () => { const seen = []
    addEventListener('unhandledrejection', (event) => { seen.push(event.reason.message); event.preventDefault() })
    djust.call = async () => { throw new Error('boom') }
    const inner = djust.call; djust.call = (...args) => { const answer = inner(...args); answer.catch(() => 0); return answer }
    djust.call('a', 'b'); await new Promise((done) => setTimeout(done, 200)); return seen })()`,
  'promises of the runtime that the page keeps, handles and compares': `(async () => { const seen = [], kept = [], same = []
    addEventListener('unhandledrejection', (event) => { seen.push(event.reason.message); event.preventDefault() })
    const keep = (promise) => { promise.catch(() => 0); kept.push(promise); return promise }
    const mistake = Object.assign(new TypeError('boom'), { code: 'x' })
    djust.call = (slug, fn) => keep(fetch('/djust/api/call/v/ok/', { method: 'POST', body: '{"params":{}}' }).then(() => { throw mistake }))
    await live.connect()
    djust.handleEvent = (name) => keep(live.socket.sendEvent(name, {}).then(() => { throw mistake }))
    for (const answer of [djust.call('v', 'ok'), djust.handleEvent('nothing')]) {
      same.push(answer === kept.shift())
      await answer.catch((error) => same.push(error === mistake))
    }
    await new Promise((done) => setTimeout(done, 200)); return [seen, same] })()`,
  'the order of microtasks around a call and a dispatch that were sent': `(async () => { const order = []
    djust.call = () => { fetch('/djust/api/call/v/ok/', { method: 'POST', body: '{"params":{}}' }); return Promise.resolve('call') }
    await live.connect()
    djust.handleEvent = (name) => { live.socket.sendEvent(name, {}); return Promise.reject('dispatch') }
    for (const start of [() => djust.call('v', 'ok'), () => djust.handleEvent('nothing')]) {
      start().then((value) => order.push(value), (value) => order.push(value))
      await Promise.resolve().then(() => order.push('first')).then(() => order.push('second'))
    }
    return order })()`,
  'the runtime’s classes': `(() => { const C = djust.LiveViewWebSocket; return [C.name, String(C).length, Object.getOwnPropertyNames(C.prototype),
    String(C.prototype.sendEvent), C.prototype.handleMessage.length, Object.getOwnPropertyDescriptor(C.prototype, 'sendEvent').enumerable] })()`,
  'which promises are reported as unhandled': `(async () => { const seen = []
    const note = (event) => { seen.push(event.type + ' ' + (event.reason?.message ?? event.reason)); event.preventDefault() }
    addEventListener('unhandledrejection', note); addEventListener('rejectionhandled', note)
    djust.call('', 'x'); djust.call('', 'x').catch(() => 0); djust.call('v', 'limited')
    fetch('/djust/api/call/v/cut/', { method: 'POST', body: '{}' }); fetch('/djust/api/call/v/cut/', { method: 'POST', body: '{}' }).catch(() => 0)
    fetch('/cut/', { method: 'POST' }).catch(() => 0)
    djust.handleEvent('x')
    await new Promise((done) => setTimeout(done, 600)); return seen.sort() })()`,
  'the order in which answers and listeners come': `(async () => { const order = []
    const ws = new WebSocket('ws://' + location.host + '/ws/live/'); ws.addEventListener('message', () => order.push('listener'))
    ws.onmessage = () => { order.push('onmessage'); Promise.resolve().then(() => order.push('microtask')) }
    await new Promise((done) => ws.addEventListener('message', () => setTimeout(done)))
    const xhr = new XMLHttpRequest(); xhr.open('POST', '/djust/api/call/v/ok/')
    for (const type of ['readystatechange', 'load', 'loadend']) xhr.addEventListener(type, () => order.push(type + xhr.readyState))
    await new Promise((done) => { xhr.onloadend = done; xhr.send('{}') })
    order.push(xhr.responseText)
    const answer = fetch('/djust/api/call/v/ok/', { method: 'POST', body: '{}' })
    order.push(answer instanceof Promise, answer.constructor === Promise, Object.keys(answer).length)
    const response = await answer
    order.push(response instanceof Response, response.bodyUsed, response.url.length, await response.text(), response.bodyUsed)
    return order })()`,
}

test.each(Object.entries(PROBES))('%s', async (_name, probe) => {
  const outcome = async (without?: true) => {
    const html =
      probe.includes('fresh') || /typeof djust, window/.test(probe) ? '<!doctype html><body>' : livePage()
    const visit = await lab.visit(html, without ? { without } : {})
    return visit.page.evaluate(probe)
  }
  const plain = JSON.stringify(await outcome(true), null, 1).replaceAll(/\d{5}/g, 'port')
  expect(JSON.stringify(await outcome(), null, 1).replaceAll(/\d{5}/g, 'port')).toBe(plain)
})

test('a promise that the page’s own code hands out twice stays one promise', async () => {
  const visit = await lab.visit(livePage())
  expect(
    await visit.page.evaluate(
      `{ const one = Promise.resolve(1); djust.call = () => one; djust.call() === djust.call() }`,
    ),
  ).toBe(true)
})

test('nothing is written to the console and no error reaches the window', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  const said: string[] = []
  visit.page.on('console', (message) => said.push(message.text()))
  visit.page.on('pageerror', (error) => said.push(error.message))
  await visit.page.evaluate(
    `djust.dispatch('twice'), djust.call('v', 'ok'), fetch({ toString() { return '/' } })`,
  )
  await visit.wait('response')
  expect(said).toEqual([])
})
