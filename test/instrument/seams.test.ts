/** What the runtime gives up before any wire sees it, and what has taken the place of its own functions. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab, type Visit } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

const features = async (visit: Visit) => (await visit.of('feature')).map(({ name }) => name)

test('a function of the runtime that was replaced is a feature, told once; the same one put back is none', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`djust.dispatch = djust.dispatch; djust.call = djust.call; 0`)
  expect(await features(visit)).not.toContainEqual(expect.stringContaining('replaced'))
  await visit.page.evaluate(`{
    const native = djust.handleEvent
    djust.handleEvent = (...given) => native(...given)
    djust.handleEvent = () => 1
    djust.LiveViewWebSocket = class {}
  }`)
  expect((await features(visit)).filter((name) => /replaced/.test(name))).toEqual([
    'djust.handleEvent replaced',
    'djust.LiveViewWebSocket replaced',
  ])
})

test.each([
  ['called by an inline handler', `go.click()`],
  ['called by a listener', `out.addEventListener('click', () => djust.dispatch('x')); out.click()`],
  ['called by window', `out.addEventListener('click', () => window.djust.dispatch('x')); out.click()`],
  ['called after an await', `(async () => { await 0; djust.dispatch('x') })()`],
  ['no function but something else', `djust.dispatch = 5; go.click()`],
])('a djust.dispatch that is %s and missing is a rejected dispatch', async (_how, act) => {
  const visit = await lab.visit(
    livePage(`delete djust.dispatch; go.setAttribute('onclick', "djust.dispatch('x')")`),
  )
  await visit.page.evaluate(`setTimeout(() => { ${act} }); 0`)
  expect(await visit.wait('dispatch-settled')).toMatchObject([
    {
      dispatch: 0,
      outcome: 'rejected',
      message: expect.stringMatching(/djust\.dispatch is not a function$/),
    },
  ])
  expect(await visit.of('dispatch')).toMatchObject([{ dispatch: 0, by: 'dispatch', event: '' }])
})

test('the click that met no djust.dispatch is named as the one who asked', async () => {
  const visit = await lab.visit(
    livePage(`delete djust.dispatch; go.onclick = () => djust.dispatch('x')`, `window.djust = {}`),
  )
  await visit.page.click('#go')
  expect((await visit.wait('dispatch'))[0]?.trigger).toMatchObject({
    element: 'button#go.big',
    event: 'click',
  })
})

test('asking whether there is a djust.dispatch, and errors that are not about it, are no dispatch', async () => {
  const visit = await lab.visit(livePage('delete djust.dispatch'))
  await visit.page.evaluate(`(async () => {
    if (djust.dispatch) djust.dispatch('x')
    djust.dispatch?.('x'); typeof djust.dispatch; 'dispatch' in djust
    for (const act of [() => djust.other(), () => { throw new Error('dispatch failed') }, () => { throw null }]) setTimeout(act)
    Promise.reject(new Error('djust.dispatch is not allowed here')); Promise.reject(); reportError({ get message() { throw 1 } })
    window.dispatchEvent(new ErrorEvent('error', { error: new TypeError('djust.dispatch is not a function') }))
    await new Promise((done) => setTimeout(done, 100))
    djust.call('v', 'ok')
  })()`)
  await visit.wait('response')
  expect(await visit.of('dispatch')).toEqual([])
})

/** A runtime over an event stream, as djust's own: no \`ws\` for a hook to push through. */
const STREAMING = `window.djust = {}
  djust.LiveViewSSE = class LiveViewSSE { sendEvent() { return false } }
  const instance = new djust.LiveViewSSE(), lost = []
  const hook = { pushEvent(event, payload) {
    if (instance.ws && instance.ws.send) instance.ws.send(event)
    else lost.push(event)
  } }`

test('a hook’s pushEvent over an event stream, which finds no socket, is a rejected dispatch', async () => {
  const visit = await lab.visit(livePage(`go.onclick = () => hook.pushEvent('moved', { x: 1 })`, STREAMING))
  await visit.page.click('#go')
  expect(await visit.wait('dispatch-settled')).toMatchObject([{ dispatch: 0, outcome: 'rejected' }])
  expect(await visit.of('dispatch')).toMatchObject([
    { by: 'pushEvent', event: '', trigger: { element: 'button#go.big', event: 'click' } },
  ])
  expect(await visit.page.evaluate('lost')).toEqual(['moved'])
})

test('whoever else looks for a socket there is no dispatch, nor is a pushEvent that finds one', async () => {
  const visit = await lab.visit(livePage('', STREAMING))
  const seen = await visit.page.evaluate(`(async () => {
    const before = [instance.ws, Object.keys(instance), Object.hasOwn(instance, 'ws')], sent = []
    ;(function pushEvents() { return instance.ws })()
    instance.ws = { send: (event) => sent.push(event) }
    hook.pushEvent('a')
    djust.call = async () => fetch('/djust/api/call/v/ok/', { method: 'POST', body: '{}' }); djust.call()
    return [...before, sent, Object.keys(instance), lost]
  })()`)
  expect(seen).toEqual([undefined, [], false, ['a'], ['ws'], []])
  await visit.wait('response')
  expect(await visit.of('dispatch')).toEqual([])
})

test('a page that writes its stacks itself is never asked to, and its hooks stay unseen', async () => {
  const visit = await lab.visit(livePage('', STREAMING))
  const asked = await visit.page.evaluate(`(() => { let asked = 0
    const write = () => { asked++; return 'at pushEvent (page.js)' }
    Error.prepareStackTrace = write; hook.pushEvent('a'); delete Error.prepareStackTrace
    Object.defineProperty(Object.prototype, 'prepareStackTrace', { configurable: true, get() { asked++; return write } })
    hook.pushEvent('b'); delete Object.prototype.prepareStackTrace
    return asked })()`)
  expect(asked).toBe(0)
  expect(await visit.of('dispatch')).toEqual([])
  await visit.page.evaluate(`hook.pushEvent('c')`)
  expect(await visit.wait('dispatch')).toHaveLength(1)
})
