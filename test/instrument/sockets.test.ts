/** Frames of djust's sockets become facts, and nobody else's do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_CAPS } from '../../src/protocol/channel.ts'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

test('a socket on /ws/live/ is djust’s from the start, and its greeting is the first frame', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  const [frame] = await visit.wait('frame-in')
  expect(frame?.body.text).toBe('{"type":"connect","session_id":"s1"}')
  expect(await visit.of('connection-opened')).toMatchObject([
    { connection: 0, transport: 'ws', url: `${lab.server.origin.replace('http', 'ws')}/ws/live/` },
  ])
})

test('a dj-click that never touches window.djust is a frame out with its trigger, and its answer a frame in', async () => {
  const visit = await lab.visit(livePage('live.connect()', bare))
  await visit.wait('frame-in')
  await visit.page.click('#go')
  const [, answer] = await visit.wait('frame-in', 2)
  const [sent] = await visit.of('frame-out')
  expect(sent).toMatchObject({
    trigger: { element: 'button#go.big', event: 'click', certainty: 'same-task' },
  })
  expect(sent?.body.text).toContain('"event":"change"')
  expect(answer?.body.text).toContain('"type":"patch"')
})
const bare = `window.live = { connect() { const ws = new WebSocket('ws://' + location.host + '/ws/live/');
  ws.onmessage = (event) => { const frame = JSON.parse(event.data); if (frame.patches) out.textContent = frame.patches[0].text }
  go.onclick = () => ws.send(JSON.stringify({ type: 'event', event: 'change', params: {}, ref: 1 })) } }`

test('a socket on another path is djust’s once the server greets, and from then on', async () => {
  const visit = await lab.visit(livePage(`live.connect('/elsewhere/')`))
  await visit.wait('frame-in')
  await visit.page.evaluate(`live.socket.sendMessage({ type: 'mount' })`)
  await visit.wait('frame-out')
  const facts = (await visit.facts()).filter(({ type }) => /^(?:frame-(?:in|out)|conn)/.test(type))
  expect(facts.map(({ type }) => type)).toEqual(['connection-opened', 'frame-in', 'frame-out'])
})

test('a socket that is not djust’s leaves no trace', async () => {
  const visit = await lab.visit(
    livePage(`const ws = new WebSocket('ws://' + location.host + '/plain/'); window.heard = []
      ws.onopen = () => { for (let i = 0; i < 20; i++) ws.send('private ' + i) }
      ws.onmessage = (event) => heard.push(event.data)`),
  )
  await visit.page.waitForFunction('heard.length === 21')
  expect(JSON.stringify(await visit.facts())).not.toMatch(/private|hello|plain/)
  expect((await visit.facts()).every(({ type }) => type === 'document' || type === 'feature')).toBe(true)
})

test('binary frames are a short prefix in base64 with their true size, and blobs only a size', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate(() => {
    const { ws } = (window as unknown as { live: { socket: { ws: WebSocket } } }).live.socket
    ws.send(new Uint8Array([1, 2, 3]))
    ws.send(new DataView(new ArrayBuffer(1000), 10, 100))
    ws.send(new ArrayBuffer(2))
    ws.send(new Blob(['hello']))
    ws.send('é€😀')
  })
  const sent = await visit.wait('frame-out', 5)
  expect(sent.map(({ body }) => body)).toEqual([
    { text: 'AQID', bytes: 3, encoding: 'base64' },
    { text: Buffer.alloc(64).toString('base64'), bytes: 100, encoding: 'base64', cut: true },
    { text: 'AAA=', bytes: 2, encoding: 'base64' },
    { text: '', bytes: 5, cut: true },
    { text: 'é€😀', bytes: 9 },
  ])
})

test('a frame of ten megabytes is cut to the cap, keeps its size and its outline', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate('djust.dispatch("huge")')
  const [, huge] = await visit.wait('frame-in', 2)
  expect(huge?.body.text.length).toBe(DEFAULT_CAPS.payload)
  expect(huge?.body.bytes).toBeGreaterThan(10_000_000)
  expect(huge?.body).toMatchObject({ cut: true, outline: { type: 'patch', ref: 1, version: 3, patches: 0 } })
})

test('a close tells its code and reason', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate('live.socket.sendMessage({ event: "bye" })')
  expect(await visit.wait('connection-closed')).toMatchObject([{ connection: 0, code: 4403, reason: 'no' }])
})

test('events that the page makes up on a socket are not frames', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate('live.socket.ws.dispatchEvent(new MessageEvent("message", { data: "{}" }))')
  await visit.page.evaluate('djust.dispatch("nothing")')
  await visit.wait('frame-done', 2)
  expect(await visit.of('frame-in')).toHaveLength(2)
})

test('an event stream is a connection, and what is posted beside it is linked to it', async () => {
  const visit = await lab.visit(
    livePage(`const source = new EventSource('/djust/sse/abc-1/')
      source.onmessage = () => fetch('/djust/sse/abc-1/message/', { method: 'POST', body: '{"type":"event","event":"a"}' })`),
  )
  await visit.wait('response')
  expect(await visit.of('connection-opened')).toMatchObject([{ connection: 0, transport: 'sse' }])
  expect(await visit.of('frame-in')).toMatchObject([{ connection: 0, body: { bytes: 40 } }])
  expect(await visit.of('request')).toMatchObject([{ purpose: 'message', connection: 0 }])
  await visit.page.evaluate('source.close()')
  expect(await visit.wait('connection-closed')).toHaveLength(1)
})

test('an event stream on an unknown path is djust’s once it says so', async () => {
  const visit = await lab.visit(livePage(`const source = new EventSource('/stream/')`))
  await visit.wait('frame-in')
  expect(await visit.of('connection-opened')).toHaveLength(1)
})

test('a frame and a request nested too deep to be climbed are told without their secrets, and the next ones too', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate(`{
    const deep = '"token":"geheim","d":' + '['.repeat(20000) + ']'.repeat(20000) + '}'
    live.socket.ws.send('{"type":"event","event":"echo","text":"back","ref":1,' + deep)
    fetch('/djust/api/call/v/echo/', { method: 'POST', body: '{"params":{' + deep + '}' })
    live.socket.ws.send('{"type":"event","event":"nothing","ref":2}')
  }`)
  await visit.wait('response')
  const bodies = [...(await visit.wait('frame-out', 2)), ...(await visit.of('request'))].map(
    ({ body }) => body,
  )
  expect(bodies.map(({ text }) => text.slice(0, 40))).toEqual([
    '{"type":"event","event":"echo","text":"b',
    '{"type":"event","event":"nothing","ref":',
    '{"params":{"token":"‹secret#1›","d":[[[[',
  ])
  expect(bodies[0]?.text).toContain('"ref":1,"token":"‹secret#1›","d":[[[[')
})

test('the cut shows no part of a secret, however much was hidden before it', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate(`{
    document.body.insertAdjacentHTML('beforeend', '<input name=csrf value="${'begin'.repeat(100)}end">')
    const long = Array.from({ length: 30 }, () => '"token":"' + 'x'.repeat(1000) + '"').join()
    const text = '{"type":"x",' + long + ',"filler":"' + 'y'.repeat(${DEFAULT_CAPS.payload} + 4096 - 300 - 13 - long.length - 11) + ' '
    live.socket.ws.send(text + '${'begin'.repeat(100)}end"}')
  }`)
  const [sent] = await visit.wait('frame-out')
  expect(sent?.body).toMatchObject({ cut: true, redacted: 30 })
  expect(sent?.body.text).toMatch(/^{"type":"x","token":"‹secret#1›",.*yyy$/)
})

test('a text a little longer than the cap is shown up to the cap', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-in')
  await visit.page.evaluate(`live.socket.ws.send('x'.repeat(${DEFAULT_CAPS.payload + 10}))`)
  const [sent] = await visit.wait('frame-out')
  expect(sent?.body).toMatchObject({ cut: true, bytes: DEFAULT_CAPS.payload + 10 })
  expect(sent?.body.text.length).toBe(DEFAULT_CAPS.payload)
})
