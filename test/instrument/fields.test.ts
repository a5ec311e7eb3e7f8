/** Password fields of a document that changes: which stay secret, which become something else, and what looking for them costs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FAKE_RELAY } from './fake-relay.ts'
import { buildInstrument, type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

const withField = async (field: string) => {
  const visit = await lab.visit(livePage('live.connect()').replace('</main>', `${field}</main>`))
  await visit.wait('frame-in')
  return visit
}

test('a password field that morphing turns into another field leaves that one alone, and its own name stays secret', async () => {
  const visit = await withField('<input type=password name=pin id=f>')
  await visit.page.fill('#f', 'geheim123')
  // For a second whatever is sent may be what was typed there.
  await visit.page.waitForTimeout(1100)
  await visit.page.evaluate(`f.type = 'text'; f.name = 'title'; f.value = ''`)
  await visit.page.fill('#f', 'djust devtools')
  await visit.page.evaluate(`live.socket.sendEvent('search', { title: 'djust devtools', value: 'djust', pin: '12' }, f)
    live.socket.sendMessage({ type: 'event', event: 'say', title: 'first', say: 'djust devtools geheim123' })`)
  const [search, say] = await visit.wait('frame-out', 2)
  expect(JSON.parse(search?.body.text ?? '')).toMatchObject({
    params: { title: 'djust devtools', value: 'djust', pin: '‹password#1›' },
  })
  expect(JSON.parse(say?.body.text ?? '')).toMatchObject({
    title: 'first',
    say: 'djust devtools ‹password#2›',
  })
})

test('a password that is shown stays secret while it is typed on', async () => {
  const visit = await withField('<input type=password name=pin id=f>')
  await visit.page.fill('#f', 'geheim')
  await visit.page.evaluate(`f.type = 'text'`)
  await visit.page.locator('#f').press('End')
  await visit.page.locator('#f').pressSequentially('123')
  await visit.page.evaluate(`live.socket.sendEvent('x', { value: 'geheim123', say: 'geheim123' }, f); 0`)
  const [sent] = await visit.wait('frame-out')
  expect(JSON.parse(sent?.body.text ?? '')).toMatchObject({
    params: { value: '‹password#1›', say: '‹password#1›' },
  })
})

test('a short password under a name beyond ASCII is hidden in a form and in JSON that escapes it', async () => {
  const visit = await withField('<input type=password name="clé" id=f>')
  await visit.page.fill('#f', '1234')
  await visit.page.evaluate(`(async () => {
    const post = (body) => fetch('', { method: 'POST', headers: { 'X-Djust-Event': 'login' }, body })
    await post(new URLSearchParams({ 'clé': '1234' }))
    await post('{"cl\\\\u00e9":"1234"}')
  })()`)
  await visit.wait('response', 2)
  expect((await visit.of('request')).map(({ body }) => body.text)).toEqual([
    'cl%C3%A9=‹password#1›',
    '{"clé":"‹password#1›"}',
  ])
})

test('an answer that comes while a password is typed keeps its values', async () => {
  const visit = await withField('<input type=password name=pin id=f>')
  await visit.page.fill('#f', '12')
  await visit.page.evaluate(
    `live.socket.sendMessage({ type: 'event', event: 'echo', text: [{ op: 'SetAttr', key: 'class', value: 'active' }] })`,
  )
  const [, answer] = await visit.wait('frame-in', 2)
  expect(answer?.body.text).toContain('"value":"active"')
  expect((await visit.of('frame-out'))[0]?.body.text).toContain('"value":"‹password#1›"')
})

test('the document is searched again only a second later or once the user did something, yet a script’s value is seen', async () => {
  const context = await lab.browser.newContext()
  lab.server.pages.set(
    '/counted',
    livePage('live.connect()').replace('</main>', '<input type=password name=pin id=f></main>'),
  )
  // Counts before the instrument takes its own copy; the clock stands still for all who come after.
  await context.addInitScript({
    content: `{ const { querySelectorAll } = Document.prototype; window.searches = 0; let clock = 1e6
      Performance.prototype.now = () => clock; window.tick = (ms) => { clock += ms }
      Document.prototype.querySelectorAll = function (selector) { if (/password/.test(selector)) searches++; return querySelectorAll.call(this, selector) } }
      ${await buildInstrument()};\n${FAKE_RELAY};relay.start()`,
  })
  const page = await context.newPage()
  await page.goto(`${lab.server.origin}/counted`)
  await page.waitForFunction(`relay.letters.some((letter) => letter.includes('frame-in'))`)
  const send = (value: string) =>
    page.evaluate(`(() => { const before = searches
      for (let i = 0; i < 20; i++) { f.value = '${value}' + i; live.socket.sendMessage({ type: 'event', event: 'x', say: f.value }) }
      return searches - before })()`)
  await page.evaluate('tick(1500)')
  expect(await send('geheim-a-')).toBe(1)
  expect(await send('geheim-b-')).toBe(0)
  await page.evaluate('tick(1500)')
  expect(await send('geheim-c-')).toBe(1)
  await page.keyboard.press('Shift')
  expect(await send('geheim-d-')).toBe(1)
  await page.evaluate(`live.socket.sendEvent('x', {}, f); 0`)
  expect(await send('geheim-e-')).toBe(0)
  await page.waitForFunction(`relay.letters.join().split('"type":"frame-out"').length === 102`)
  expect(await page.evaluate('relay.letters.join()')).not.toContain('geheim')
  await context.close()
})
