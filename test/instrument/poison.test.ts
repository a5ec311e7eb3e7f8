/** A page that replaces the platform after the start neither misleads the instrument nor sees it at work. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

/** Everything that a page could replace; each replacement counts how often anyone but the test came through it. */
const POISON = `const { apply } = Reflect; window.calls = {}; window.counting = false
  const poison = (owner, name, label) => {
    const found = Object.getOwnPropertyDescriptor(owner, name), kind = found.get ? 'get' : 'value', native = found[kind]
    const note = function () { if (counting) calls[label + name] = new Error().stack; return apply(native, this, arguments) }
    Object.defineProperty(owner, name, { ...found, [kind]: note })
  }
  for (const [owner, label] of [[Array.prototype, 'Array.'], [Map.prototype, 'Map.'], [WeakMap.prototype, 'WeakMap.'], [WeakRef.prototype, 'WeakRef.'],
    [String.prototype, 'String.'], [RegExp.prototype, 'RegExp.'], [Promise.prototype, 'Promise.'], [JSON, 'JSON.'], [Reflect, 'Reflect.'], [Object, 'Object.'],
    [EventTarget.prototype, 'EventTarget.'], [Event.prototype, 'Event.'], [MessageEvent.prototype, 'MessageEvent.'], [CustomEvent.prototype, 'CustomEvent.'],
    [MutationObserver.prototype, 'MutationObserver.'], [MutationRecord.prototype, 'MutationRecord.'], [Node.prototype, 'Node.'], [Element.prototype, 'Element.'],
    [Document.prototype, 'Document.'], [NodeList.prototype, 'NodeList.'], [URL.prototype, 'URL.'], [Response.prototype, 'Response.'], [Headers.prototype, 'Headers.'],
    [Performance.prototype, 'Performance.'], [Function.prototype, 'Function.']])
    for (const name of Object.getOwnPropertyNames(owner)) {
      const found = Object.getOwnPropertyDescriptor(owner, name)
      if (name === 'constructor' || !found.configurable || (found.get ? false : typeof found.value !== 'function')) continue
      if (['caller', 'callee', 'arguments', 'toString', 'bind', 'call', 'apply'].includes(name) && label === 'Function.') continue
      poison(owner, name, label)
    }
  for (const name of ['setTimeout', 'requestAnimationFrame', 'btoa', 'decodeURIComponent']) poison(window, name, 'window.')
  for (const key of ['toJSON', 'once', 'signal', 'passive', 'subtree', 'attributeFilter'])
    Object.defineProperty(Object.prototype, key, { configurable: true, get() { if (counting) calls['Object.prototype.' + key] = 1 },
      set(value) { Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true }) } })`

const ACT = `(async () => {
  const { ws } = live.socket, form = document.createElement('div'), text = JSON.stringify({ type: 'event', event: 'change', params: { password: 'hunter2' }, ref: 1 })
  const heard = new Promise((done) => { ws.onmessage = done })
  calls = {}; counting = true
  ws.send(text); counting = false
  await heard
  await new Promise((done) => setTimeout(done, 100))
  return calls
})()`

test('while a frame is stored the page’s replacements see no call of ours', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-done')
  await visit.page.evaluate(POISON)
  expect(await visit.page.evaluate(ACT)).toEqual({})
  const [sent] = await visit.wait('frame-out')
  expect(JSON.parse(sent?.body.text ?? '')).toEqual({
    type: 'event',
    event: 'change',
    params: { password: '‹password#1›' },
    ref: 1,
  })
})

/** Taken before the poison, so that the test does not count itself. */
const WATCH = `const find = Function.prototype.call.bind(String.prototype.indexOf), later = setTimeout
  const painted = () => { for (let i = 0; i < relay.letters.length; i++) if (find(relay.letters[i], '"painted"') >= 0) return true }
  window.untilpainted = (done) => (painted() ? done() : later(untilpainted, 20, done))`

test('while an answer is applied, timed and painted they see none either', async () => {
  const visit = await lab.visit(livePage(`live.connect(); ${WATCH}`))
  await visit.wait('frame-done')
  await visit.page.evaluate(POISON)
  const seen = await visit.page.evaluate(`(async () => {
    live.socket.ws.onmessage = () => { out.firstChild.data = 'x'; calls = {}; counting = true }
    live.socket.ws.send('{"type":"event","event":"nothing","ref":9}')
    await new Promise((done) => untilpainted(() => { counting = false; done() }))
    return calls
  })()`)
  expect(seen).toEqual({})
  expect((await visit.of('mutation')).at(-1)).toMatchObject({ nodes: 1, text: 1 })
})

test('while a request and its answer are stored they see none either', async () => {
  const visit = await lab.visit(livePage(`live.connect(); ${WATCH.replaceAll('painted', 'response')}`))
  await visit.wait('frame-done')
  await visit.page.evaluate(POISON)
  const seen = await visit.page.evaluate(`(async () => {
    const init = { __proto__: null, method: 'POST', body: '{"params":{"token":"t"}}' }
    calls = {}; counting = true
    fetch('/djust/api/call/v/ok/', init)
    await new Promise((done) => untilresponse(() => { counting = false; done() }))
    return calls
  })()`)
  expect(seen).toEqual({})
  expect(await visit.of('response')).toMatchObject([{ status: 200, body: { text: '{"result":[1,2]}' } }])
  expect((await visit.of('request'))[0]?.body.text).toBe('{"params":{"token":"‹secret#1›"}}')
})

test('a page that breaks the platform outright still gets right facts recorded', async () => {
  const visit = await lab.visit(
    livePage(`live.connect()
      const broken = () => { throw new Error('broken') }
      const { join } = Array.prototype, show = () => { document.title = Reflect.apply(join, relay.letters, [' ']) }
      setInterval(show, 50)
      Array.prototype.push = Promise.prototype.then = broken
      EventTarget.prototype.dispatchEvent = broken
      Map.prototype.get = WeakMap.prototype.get = RegExp.prototype.exec = String.prototype.slice = broken
      Object.prototype.toJSON = () => 'forged'; Array.prototype[Symbol.iterator] = broken; Object.prototype.get = broken`),
  )
  // Read from outside the page's own world, which is in no state to answer.
  await expect.poll(() => visit.page.title()).toContain('"type":"frame-in"')
  expect(await visit.page.title()).not.toContain('forged')
})
