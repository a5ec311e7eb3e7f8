/** Secrets of the document never leave it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

const HIDDEN = 'h1ddenTokenOfTheForm000'
const COOKIE = 'c00kieTokenOfTheVisitor'
const META = 'm3taTokenOfThePage000000'

test('tokens of the document and what is typed into password fields are placeholders in every body', async () => {
  const visit = await lab.visit(
    livePage(`document.cookie = 'csrftoken=${COOKIE}'; live.connect()
      document.head.insertAdjacentHTML('beforeend', '<meta name="csrf-token" content="${META}">')
      document.body.insertAdjacentHTML('beforeend', '<form><input type="hidden" name="csrfmiddlewaretoken" value="${HIDDEN}"><input type="password" name="wachtwoord"></form>')`),
  )
  await visit.wait('frame-done')
  await visit.page.fill('[name=wachtwoord]', 'geheim123')
  await visit.page.evaluate(`live.socket.sendMessage({ type: 'event', event: 'x', params: { note: '${HIDDEN} ${COOKIE} ${META}', wachtwoord: 'geheim123', title: 'kept' } })
    live.socket.sendMessage({ type: 'event', event: 'validate', params: { value: 'geheim123', field: 'wachtwoord' } })
    djust.call('v', 'ok', { wachtwoord: 'geheim123' })`)
  await visit.wait('response')
  const everything = JSON.stringify(await visit.facts())
  for (const secret of [HIDDEN, COOKIE, META, 'geheim123']) expect(everything).not.toContain(secret)
  const [first, second] = await visit.of('frame-out')
  const [call] = await visit.of('request')
  expect(JSON.parse(first?.body.text ?? '')).toMatchObject({
    params: { wachtwoord: '‹password#1›', title: 'kept' },
  })
  expect(JSON.parse(second?.body.text ?? '')).toMatchObject({
    params: { value: '‹password#1›', field: 'wachtwoord' },
  })
  expect(call?.body).toMatchObject({
    text: '{"params":{"wachtwoord":"‹password#1›"}}',
    redacted: 1,
    bytes: 37,
  })
})

test('secrets in addresses are placeholders, and headers are not kept at all', async () => {
  const visit = await lab.visit(livePage(), { path: '/page' })
  await visit.page.evaluate(
    `fetch('/djust/api/call/v/ok/?token=abc&q=1', { method: 'POST', body: '{}', headers: { Authorization: 'Bearer zzz', 'X-CSRFToken': 'yyy' } })`,
  )
  await visit.wait('response')
  const everything = JSON.stringify(await visit.facts())
  expect(everything).toContain('?token=‹secret#1›&q=1')
  expect(everything).not.toMatch(/abc|zzz|yyy/)
})

const TYPED = 'geheim123'
const post = `fetch('/djust/api/call/v/ok/', { method: 'POST', body: JSON.stringify({ params: { pin: '${TYPED}' } }) })`

test.each([
  ['goes by its id', '<input type=password id=pin>', post],
  ['goes by its dj-model', '<input type=password dj-model=pin>', post],
  ['was removed since', '<input type=password name=pin id=f>', `f.remove(); setTimeout(() => ${post}, 1100)`],
  ['is shown as text', '<input type=PASSWORD name=pin id=f>', `f.type = 'text'; ${post}`],
  [
    'is sent without a name',
    '<input type=password id=f>',
    `live.socket.sendEvent('x', { value: '${TYPED}' }, f)`,
  ],
  [
    'reaches no wire',
    '<input type=password id=f>',
    `live.socket.ws.close(); live.socket.ws.onclose = () => djust.handleEvent('x', { value: '${TYPED}', _targetElement: f })`,
  ],
  [
    'only the last thing typed tells of',
    '<input type=password>',
    `djust.handleEvent('x', { value: '${TYPED.slice(0, 2)}' }); djust.handleEvent('x', { value: '${TYPED}' })`,
  ],
  [
    'is sent after an await',
    '<input type=password>',
    `(async () => { await 0; await fetch('', { method: 'POST', headers: { 'X-Djust-Event': 'x' }, body: JSON.stringify({ value: '${TYPED}' }) }) })()`,
  ],
  [
    'is filled in by a script',
    '<input type=password id=f>',
    `f.value = '${TYPED}' + 4; live.socket.sendMessage({ say: '${TYPED}4' })`,
  ],
])('a password field that %s keeps its secret', async (_how, field, act) => {
  const visit = await lab.visit(livePage('live.connect()').replace('</main>', `${field}</main>`))
  await visit.wait('frame-in')
  await visit.page.fill('input', TYPED)
  await visit.page.evaluate(`{ ${act} }; 0`)
  await visit.page.waitForFunction(
    `relay.letters.some((letter) => /"type":"(request|frame-out|dispatch)"/.test(letter))`,
  )
  const everything = JSON.stringify(await visit.facts())
  expect(everything).toContain('‹password#1›')
  expect(everything).not.toContain(TYPED)
})

test('a password field inside an open shadow root keeps its secret, and is what is named as the one who asked', async () => {
  const visit = await lab.visit(
    livePage(`customElements.define('my-field', class extends HTMLElement {
      constructor() { super().attachShadow({ mode: 'open' }).innerHTML = '<input type=password class=inner name=pin>' }
    }); document.body.append(document.createElement('my-field')); live.connect()`),
  )
  await visit.wait('frame-in')
  await visit.page.locator('my-field input').pressSequentially(TYPED)
  await visit.page.evaluate(`live.socket.sendMessage({ type: 'event', pin: 'x', say: '${TYPED}' })
    live.socket.sendMessage({ type: 'event', params: { value: '${TYPED}' } })`)
  const [first, second] = await visit.wait('frame-out', 2)
  expect(first?.trigger?.element).toBe('input.inner[name=pin]')
  expect(JSON.parse(first?.body.text ?? '')).toMatchObject({ pin: '‹password#1›', say: '‹password#2›' })
  expect(JSON.parse(second?.body.text ?? '')).toMatchObject({ params: { value: '‹password#2›' } })
})

test('what was typed into a password field is hidden when an answer brings it back', async () => {
  const visit = await lab.visit(livePage('live.connect()').replace('</main>', '<input type=password></main>'))
  await visit.wait('frame-in')
  await visit.page.fill('input', TYPED)
  await visit.page.evaluate(
    `live.socket.sendMessage({ type: 'event', event: 'echo', text: 'no: ${TYPED}!' })`,
  )
  const [, answer] = await visit.wait('frame-in', 2)
  expect(answer?.body.text).toContain('no: ‹password#1›!')
})

test('a frame stays what it is while a password like its words is typed, and the page keeps its address', async () => {
  const visit = await lab.visit(
    livePage('live.connect()').replace('</main>', '<input type=password></main>'),
    {
      path: '/tutorial',
    },
  )
  await visit.wait('frame-in')
  await visit.page.locator('input').pressSequentially('change')
  await visit.page.evaluate(`live.socket.sendEvent('change', { note: 'change' })`)
  await visit.page.fill('input', 'tutorial')
  await visit.page.evaluate(
    `fetch('/djust/api/tutorial/rename/', { method: 'POST', body: '{"note":"tutorial"}' })`,
  )
  await visit.wait('response')
  const [sent] = await visit.of('frame-out')
  expect(JSON.parse(sent?.body.text ?? '')).toMatchObject({
    type: 'event',
    event: 'change',
    params: { note: '‹password#1›' },
  })
  expect((await visit.of('request'))[0]).toMatchObject({
    url: `${lab.server.origin}/djust/api/tutorial/rename/`,
    body: { text: '{"note":"‹password#2›"}' },
  })
})

test('what the parser has yet to bring is looked for again while the document loads', async () => {
  const visit = await lab.visit(
    `<body><script>${post}</script><input type=password name=pin><script>${post}</script>`,
  )
  const [, second] = await visit.wait('request', 2)
  expect(second?.body.text).toBe('{"params":{"pin":"‹password#1›"}}')
})

test('what a password field holds is a secret still when a script sends it just after the field was left', async () => {
  const visit = await lab.visit(
    livePage('live.connect()').replace('</main>', '<input type=password><a href="#">x</a></main>'),
  )
  await visit.wait('frame-in')
  await visit.page.fill('input', 'abc')
  // Left once, so that leaving it again changes nothing.
  await visit.page.focus('a')
  await visit.page.focus('input')
  await visit.page.waitForTimeout(1100)
  await visit.page.evaluate(`document.querySelector('input').addEventListener('blur', () =>
    setTimeout(() => djust.handleEvent('x', { value: 'abc' }), 50))
    document.querySelector('a').focus()`)
  const [sent] = await visit.wait('frame-out')
  expect(JSON.parse(sent?.body.text ?? '')).toMatchObject({ params: { value: '‹password#1›' } })
})

test('what a password field holds is a secret still when a button sends it right after it was typed', async () => {
  const visit = await lab.visit(
    livePage('live.connect()').replace('</main>', '<input type=password><button>x</button></main>'),
  )
  await visit.wait('frame-in')
  await visit.page.evaluate(`document.querySelector('button').addEventListener('click', () =>
    djust.handleEvent('x', { value: document.querySelector('input').value }))`)
  await visit.page.fill('input', 'abc')
  await visit.page.click('button')
  const [sent] = await visit.wait('frame-out')
  expect(JSON.parse(sent?.body.text ?? '')).toMatchObject({ params: { value: '‹password#1›' } })
})
