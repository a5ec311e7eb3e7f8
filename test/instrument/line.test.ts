/** The instrument on its line: it meets one relay, is quiet until asked, obeys, and hands over what is left when the page goes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInstrument, type Lab, openLab, readLetters } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

test.each([
  ['instrument', undefined],
  ['relay', true],
] as const)('they meet when the %s comes first', async (_who, relayFirst) => {
  const visit = await lab.visit(livePage(), relayFirst ? { relayFirst } : {})
  expect(await visit.page.evaluate('[relay.met, relay.sighted]')).toEqual([1, 1])
  expect(await visit.of('document')).toHaveLength(1)
})

test('without djust in the page nothing is sighted', async () => {
  const visit = await lab.visit('<!doctype html><body><script>fetch("/", { method: "POST" })</script>')
  expect(await visit.page.evaluate('relay.sighted')).toBe(0)
})

const FORGE = `window.heard = []; const mine = document.createElement('i')
  for (const name of ['up', 'met', 'sighted']) mine.addEventListener(name, (event) => heard.push(event.detail))
  document.dispatchEvent(new MouseEvent('djust-devtools:meet', { relatedTarget: mine }))
  for (const name of ['joined', 'leaving']) mine.dispatchEvent(new CustomEvent(name, { detail: '' }))`

test('a meeting forged by an inline script is refused, with the relay there and without', async () => {
  const visit = await lab.visit(`<!doctype html><body><script>${FORGE}</script>`)
  expect(await visit.page.evaluate('heard')).toEqual([])
  const alone = await lab.visit(`<!doctype html><body><script>${FORGE}</script>`, {
    without: true,
    first: `${await buildInstrument()};window.relay = 1`,
  })
  expect(await alone.page.evaluate('heard')).toEqual([])
})

test('in a document that is already under way nothing is installed', async () => {
  const visit = await lab.visit(livePage(), { without: true })
  await visit.page.evaluate(await buildInstrument())
  expect(
    await visit.page.evaluate(
      `[String(Object.getOwnPropertyDescriptor(window, 'djust').get), 'value' in Object.getOwnPropertyDescriptor(window, 'djust')]`,
    ),
  ).toEqual(['undefined', true])
})

test('nothing crosses the line before it is asked for, and everything once it is', async () => {
  const visit = await lab.visit(livePage('live.connect()'), { quiet: true })
  await visit.page.waitForTimeout(200)
  expect(await visit.page.evaluate('relay.letters')).toEqual([])
  await visit.page.evaluate('relay.tell("joined")')
  await visit.page.waitForTimeout(50)
  const hello = JSON.parse((await visit.page.evaluate<string[]>('relay.letters'))[0] ?? '')
  expect(hello).toMatchObject({
    v: 1,
    kind: 'hello',
    url: `${lab.server.origin}/`,
    top: true,
    oldest: 0,
    sighted: true,
    recording: true,
  })
  expect(await visit.page.evaluate('relay.letters.length')).toBe(1)
  await visit.page.evaluate(`relay.command('{"type":"replay","after":-1}')`)
  const seqs = (await visit.facts()).map(({ seq }) => seq)
  expect(seqs).toEqual(Array.from({ length: hello.next }, (_, i) => i))
})

test('a parted line is quiet, and a replay brings what was missed exactly once', async () => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-done')
  const before = await visit.facts()
  await visit.page.evaluate(`relay.tell('parted'), djust.dispatch('change')`)
  await visit.page.waitForTimeout(200)
  expect(await visit.facts()).toEqual(before)
  await visit.page.evaluate(`relay.start(${before.at(-1)?.seq})`)
  await visit.wait('painted')
  const seqs = (await visit.facts()).map(({ seq }) => seq)
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
})

test('commands: recording stops and goes on, other documents’ and malformed commands change nothing', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(
    `relay.command('{"type":"record","on":false}', 'someone else'); relay.tell('down', 'no json'); relay.command('7'); relay.command('{"type":"replay","after":"x"}')`,
  )
  await visit.page.evaluate(`relay.command('{"type":"record","on":false}')`)
  await visit.page.evaluate(`djust.call('v', 'ok')`)
  await visit.page.evaluate(`relay.command('{"type":"record","on":true}')`)
  await visit.page.evaluate(`djust.call('v', 'limited').catch(() => 0)`)
  await visit.wait('response')
  expect((await visit.of('recording')).map(({ on }) => on)).toEqual([false, true])
  expect((await visit.of('call')).map(({ name }) => name)).toEqual(['limited'])
})

test('a smaller cap on payloads cuts from then on', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(
    `relay.command('{"type":"caps","caps":{"payload":10}}'), djust.call('v', 'ok', { long: 'x'.repeat(100) })`,
  )
  const [request] = await visit.wait('request')
  expect(request?.body).toEqual({ text: '{"params":', bytes: 122, cut: true, outline: {} })
})

const RESCUE = `addEventListener('pagehide', () => { relay.letters.length = 0; relay.tell('leaving'); localStorage.setItem('left', JSON.stringify(relay.letters)) })`

test('a page that goes hands over what is not acknowledged, its leaving included', async () => {
  const visit = await lab.visit(livePage('live.connect()', undefined), { first: RESCUE })
  await visit.wait('frame-done')
  const last = (await visit.facts()).at(-1)?.seq ?? 0
  await visit.page.evaluate(`relay.command('{"type":"acknowledge","through":${last}}')`)
  lab.server.pages.set('/next', '<title>next</title>')
  await visit.page.evaluate(`void djust.dispatch('change'); location.href = '/next'`)
  await visit.page.waitForURL('**/next')
  const left = readLetters(JSON.parse(await visit.page.evaluate<string>(`localStorage.getItem('left')`)))
  expect(left[0]?.seq).toBe(last + 1)
  expect(left.filter(({ type }) => type === 'leave')).toHaveLength(1)
  expect(left.map(({ type }) => type)).toContain('frame-out')
})

test('document.open early in the page costs neither frames nor triggers nor the rescue', async () => {
  const inner = livePage('live.connect()').replaceAll('</', '<\\/')
  const visit = await lab.visit(
    `<!doctype html><body><script>document.open(); document.write(${JSON.stringify(inner).replaceAll('<\\\\/', '<\\/')}); document.close()</script>`,
  )
  await visit.wait('frame-done')
  await visit.page.click('#go')
  expect((await visit.wait('frame-out'))[0]).toMatchObject({
    trigger: { element: 'button#go.big', event: 'click', certainty: 'runtime' },
  })
  lab.server.pages.set('/next', '<title>next</title>')
  await visit.page.evaluate(RESCUE)
  await visit.page.evaluate(`location.href = '/next'`)
  await visit.page.waitForURL('**/next')
  const left = readLetters(JSON.parse(await visit.page.evaluate<string>(`localStorage.getItem('left')`)))
  expect(left.filter(({ type }) => type === 'leave')).toHaveLength(1)
})

test('an empty frame without a source is watched as well', async () => {
  const visit = await lab.visit(
    `<!doctype html><body><iframe srcdoc="<script>window.djust = { call: async () => 1 }; djust.call('a', 'b')</script>"></iframe>`,
  )
  // Through its parent: the frame may still be about to get its document.
  await visit.page.waitForFunction(`frames[0]?.relay?.letters.join().includes('"type":"call"')`)
})
