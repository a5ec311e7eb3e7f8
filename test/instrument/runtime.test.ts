/** The runtime's own seams enrich what the wire tells. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

const connected = async (extra = '') => {
  const visit = await lab.visit(livePage(`live.connect();${extra}`))
  await visit.wait('frame-done')
  return visit
}

test('one dispatch through three seams is one dispatch, linked to its frame', async () => {
  const visit = await connected()
  await visit.page.evaluate(`djust.dispatch('change', { _targetElement: go })`)
  await visit.wait('frame-done', 2)
  expect(await visit.of('dispatch')).toMatchObject([
    {
      dispatch: 0,
      by: 'dispatch',
      event: 'change',
      trigger: { element: 'button#go.big', certainty: 'runtime' },
    },
  ])
  expect((await visit.of('dispatch'))[0]).not.toHaveProperty('params')
  expect(await visit.of('frame-out')).toMatchObject([{ dispatch: 0 }])
  expect(await visit.of('dispatch-settled')).toEqual([])
})

test('an event is said of the element that the runtime names only where it befell it', async () => {
  const visit = await connected(`out.tabIndex = 0
    out.addEventListener('focusin', () => djust.dispatch('focus', { _targetElement: out }))`)
  await visit.page.click('#go')
  await visit.page.evaluate(`void djust.dispatch('poll', { _targetElement: out })`)
  await visit.page.evaluate(`setTimeout(() => djust.dispatch('debounced', { _targetElement: go }))`)
  await visit.wait('dispatch', 3)
  await visit.page.focus('#out')
  expect((await visit.wait('dispatch', 4)).map(({ trigger }) => trigger)).toEqual([
    { element: 'button#go.big', event: 'click', certainty: 'runtime' },
    { element: 'p#out.a', event: '', certainty: 'runtime' },
    { element: 'button#go.big', event: 'click', certainty: 'runtime' },
    { element: 'p#out.a', event: 'focusin', certainty: 'runtime' },
  ])
})

test('a dispatch that reaches no wire carries a bounded copy of its params, and no getter is called', async () => {
  const visit = await lab.visit(livePage('live.connect = () => {}; window.asked = 0'))
  await visit.page.evaluate(`djust.handleEvent = async () => false
    djust.handleEvent('local', { id: 7, deep: { a: { b: { c: { d: { e: 1 } } } } }, node: go, tags: ['x', { y: 2 }],
      get trap() { asked++; return 1 }, password: 'hunter2' })`)
  const [dispatch] = await visit.wait('dispatch')
  expect(JSON.parse(dispatch?.params?.text ?? '')).toEqual({
    id: 7,
    deep: '‹object›',
    node: '‹object›',
    tags: '‹object›',
    password: '‹password#1›',
  })
  expect(await visit.page.evaluate('asked')).toBe(0)
})

test('a refused and a rejected dispatch say so', async () => {
  const visit = await connected()
  await visit.page.evaluate(`(async () => {
    Object.defineProperty(live.socket, 'ws', { value: { readyState: 0 } })
    live.socket.sendEvent('a', {})
    djust.handleEvent = async () => { throw new Error('out of order') }
    await djust.handleEvent('b').catch(() => 0)
  })()`)
  const settled = await visit.wait('dispatch-settled', 2)
  expect(settled).toMatchObject([{ outcome: 'refused' }, { outcome: 'rejected', message: 'out of order' }])
})

test('markers name the frame being applied, and the runtime says when it is done', async () => {
  const visit = await connected()
  await visit.page.evaluate(`djust.dispatch('change')`)
  const [, done] = await visit.wait('frame-done', 2)
  const [, answer] = await visit.of('frame-in')
  expect(done).toMatchObject({ frame: answer?.seq, by: 'runtime' })
  expect((await visit.of('marker')).map(({ marker, frame }) => [marker, frame])).toEqual([
    ['apply-start', answer?.seq],
    ['apply-end', answer?.seq],
    ['render-end', answer?.seq],
  ])
})

test('a render marker with no frame in hand stands alone', async () => {
  const visit = await connected()
  await visit.page.evaluate('djust.extractColocatedHooks()')
  const [marker] = await visit.wait('marker')
  expect(marker).not.toHaveProperty('frame')
})

test('and says who asked for it, while what goes with a frame leaves that to the frame', async () => {
  const visit = await connected(`out.onclick = () => djust.extractColocatedHooks()`)
  await visit.page.click('#out')
  await visit.page.click('#go')
  await visit.wait('frame-done', 2)
  const markers = await visit.of('marker')
  expect(markers[0]).toMatchObject({
    trigger: { element: 'p#out.a', event: 'click', certainty: 'same-task' },
  })
  expect(markers.slice(1).filter((marker) => marker.trigger)).toEqual([])
})

test('what only goes with an act asks for nothing once it is over', async () => {
  const visit = await connected(`out.tabIndex = 0`)
  await visit.page.evaluate(`out.focus(); setTimeout(() => djust.dispatch('change'))`)
  const [dispatch] = await visit.wait('dispatch')
  expect(dispatch).not.toHaveProperty('trigger')
})

test('two frames in a row each get their own DOM evidence', async () => {
  const visit = await connected()
  await visit.page.evaluate(`djust.dispatch('twice')`)
  await visit.wait('frame-done', 3)
  const [, first, second] = await visit.of('frame-in')
  expect((await visit.of('mutation')).slice(1)).toMatchObject([
    { frame: first?.seq, where: 'p#out.a' },
    { frame: second?.seq, where: 'p#side' },
  ])
  expect((await visit.wait('painted', 2)).map(({ frame }) => frame)).toEqual([first?.seq, second?.seq])
})

test.each([
  ['a form that is pending', 'dj-form-pending="disabled"', 'disabled = true'],
  ['a button that is loading', 'dj-loading.disable', 'disabled = true'],
  ['what shows while it loads', 'dj-loading.show="block"', 'style.display = "block"'],
  ['what hides while it loads', 'dj-loading.hide', 'style.display = "none"'],
  ['the shorthand of it', 'dj-loading="same"', 'style.display = "none"'],
  ['a class while it loads', 'dj-loading.class="busy"', 'className = "busy"'],
])('%s is no render', async (_, directive, change) => {
  const visit = await connected()
  await visit.page.evaluate(`
    out.insertAdjacentHTML('afterend', '<button id="marked" ${directive.replaceAll('"', '\\"')}>x</button><button id="plain">y</button>')
    djust._flushVirtualKeyedOps = () => { marked.${change} }
    djust.dispatch('same').then(() => {
      djust._flushVirtualKeyedOps = () => { plain.${change} }
      return djust.dispatch('same')
    })`)
  const done = await visit.wait('frame-done', 3)
  expect(done).toHaveLength(3)
  expect((await visit.of('mutation')).slice(1).map(({ nodes }) => nodes)).toEqual([0, 1])
})

test('patches that change nothing are zero nodes, and nothing is painted for them', async () => {
  const visit = await connected()
  await visit.page.evaluate(`djust.dispatch('same').then(() => djust.dispatch('change'))`)
  await visit.wait('painted')
  expect((await visit.of('mutation')).map(({ nodes, attributes }) => [nodes, attributes])).toEqual([
    [0, 0],
    [0, 0],
    [2, 0],
  ])
  expect(await visit.of('painted')).toHaveLength(1)
})

test.each([
  [
    'defineProperty',
    `Object.defineProperty(window, 'djust', { value: { call: async () => 5 }, writable: true, configurable: true })`,
  ],
  ['a function declaration', `function djust() {}; djust.call = async () => 5`],
  ['var', `var djust = { call: async () => 5 }`],
  ['a class', `window.djust = new (class { async call() { return 5 } })()`],
  ['Object.assign', `window.djust = {}; Object.assign(djust, { call: async () => 5 })`],
])('djust made by %s is still seen once the page has loaded', async (_how, script) => {
  const visit = await lab.visit(`<!doctype html><body><script>${script}</script>`)
  await visit.page.waitForLoadState()
  expect(await visit.page.evaluate(`djust.call('v', 'f')`)).toBe(5)
  expect(await visit.wait('call-settled')).toHaveLength(1)
})

test('a second run of the runtime replaces djust.call, and the new one is seen too', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`djust.call = async () => 'new'`)
  expect(await visit.page.evaluate(`djust.call('v', 'f')`)).toBe('new')
  expect(await visit.wait('call-settled')).toHaveLength(1)
})

test('a frozen djust, a getter and a lexical djust work as without us', async () => {
  for (const [script, expected] of [
    [`window.djust = Object.freeze({ call: async () => 1 })`, 1],
    [`Object.defineProperty(window, 'djust', { get: () => ({ call: async () => 2 }) })`, 2],
    [`const djust = { call: async () => 3 }`, 3],
  ] as const) {
    const visit = await lab.visit(`<!doctype html><body><script>${script}</script>`)
    expect(await visit.page.evaluate(`djust.call('v', 'f')`)).toBe(expected)
  }
})

test('a call through a function that the page put in front of djust.call is one call', async () => {
  const visit = await connected()
  await visit.page.evaluate(`{
    const native = djust.call
    djust.call = (...given) => native(...given)
    djust.call('issues.new', 'search_tags', { q: 'a' })
  }`)
  await visit.wait('response')
  expect(await visit.of('call')).toMatchObject([{ call: 0, view: 'issues.new', name: 'search_tags' }])
  expect((await visit.of('request'))[0]).toMatchObject({ call: 0 })
})

test('only the event itself settles a dispatch: a ping that is sent meanwhile does not', async () => {
  const visit = await connected()
  await visit.page.evaluate(`{
    djust.handleEvent = async () => { live.socket.sendMessage({ type: 'ping' }); await 0; throw new Error('refused') }
    djust.handleEvent('save', { id: 7 }).catch(() => 0)
  }`)
  expect(await visit.wait('dispatch-settled')).toMatchObject([{ outcome: 'rejected', message: 'refused' }])
  expect(await visit.of('dispatch')).toMatchObject([{ event: 'save', params: { text: '{"id":7}' } }])
})

test('nor does a ping beside an event stream, while an event does on both of its paths', async () => {
  const visit = await connected()
  await visit.page.evaluate(`(async () => {
    const post = (path, body) => fetch('/djust/sse/a/' + path + '/', { method: 'POST', body })
    const sends = (path, body) => async () => { post(path, body); await 0; throw new Error('refused') }
    for (const [path, body] of [['message', '{"type":"ping"}'], ['message', '{"type":"event","event":"x"}'], ['event', '{"event":"x"}']]) {
      djust.handleEvent = sends(path, body)
      await djust.handleEvent('x').catch(() => 0)
    }
  })()`)
  await visit.wait('response', 3)
  expect(await visit.of('dispatch-settled')).toMatchObject([{ dispatch: 0, outcome: 'rejected' }])
})

test('a dispatch that makes another one is not taken for it: each has its own element', async () => {
  const visit = await connected(`out.setAttribute('dj-click', 'nothing')`)
  await visit.page.evaluate(`{
    djust.handleEvent = (name, params) => { out.click(); return live.socket.sendEvent(name, params) }
    djust.handleEvent('change', {})
  }`)
  await visit.wait('frame-done', 3)
  const [first, second] = await visit.of('dispatch')
  expect([first, second]).toMatchObject([
    { event: 'nothing', by: 'sendEvent', trigger: { element: 'p#out.a', certainty: 'runtime' } },
    { event: 'change', by: 'handleEvent' },
  ])
  expect(second?.trigger).toBeUndefined()
  expect((await visit.of('frame-out')).map(({ dispatch }) => dispatch)).toEqual([
    first?.dispatch,
    second?.dispatch,
  ])
})
