/** Requests of djust's become facts with their answers, and nobody else's do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

test('djust.call is a call, its request, and its answer with the server’s time; the wire tells how it settled', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.click('#side')
  expect(await visit.page.evaluate('djust.call("tags.new", "ok", { q: "py" })')).toEqual([1, 2])
  await visit.wait('response')
  expect(await visit.of('call')).toMatchObject([
    {
      call: 0,
      view: 'tags.new',
      name: 'ok',
      trigger: { element: 'p#side', event: 'click', certainty: 'recent' },
    },
  ])
  expect(await visit.of('request')).toMatchObject([
    { purpose: 'call', call: 0, method: 'POST', body: { text: '{"params":{"q":"py"}}', bytes: 21 } },
  ])
  expect(await visit.of('response')).toMatchObject([
    {
      request: 0,
      status: 200,
      statusText: 'OK',
      server: 12.5,
      body: { text: '{"result":[1,2]}', bytes: 16 },
    },
  ])
  expect(await visit.of('call-settled')).toEqual([])
})

test('only a call that sends nothing by the time it returns settles in words of its own', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`(async () => {
    await djust.call('v', 'limited').catch(() => 0)
    await djust.call('', 'x').catch(() => 0)
    djust.call = async () => { await 0; throw Object.assign(new Error('Too late'), { code: 'late', status: 408 }) }
    await djust.call('v', 'late').catch(() => 0)
    djust.call = () => 'no promise'
    djust.call('v', 'plain')
  })()`)
  await visit.wait('call-settled', 3)
  expect(await visit.of('call-settled')).toMatchObject([
    { call: 1, error: { message: 'slug is missing' } },
    { call: 2, error: { message: 'Too late', code: 'late', status: 408 } },
    { call: 3 },
  ])
  expect((await visit.wait('response')).map(({ status }) => status)).toEqual([429])
})

test('a lost line and an abort are told apart', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate('djust.call("v", "cut").catch(() => 0)')
  await visit.page.evaluate(`{ const stop = new AbortController()
    fetch('/djust/api/call/v/never/', { method: 'POST', body: '{}', signal: stop.signal }).catch(() => 0); stop.abort() }`)
  const failed = await visit.wait('request-failed', 2)
  expect(failed.map(({ reason }) => reason)).toEqual(['network', 'abort'])
})

test('an api handler, a call under a foreign prefix and a call by the runtime’s own prefix are recognised', async () => {
  const visit = await lab.visit(livePage())
  const posts = [
    ['/djust/api/tags/rename/', '{"id":1}'],
    ['/other/call/v/ok/', '{"params":{}}'],
    ['/other/call/v/ok/', '{"params":{},"more":1}'],
    ['/other/call/v/', '{"params":{}}'],
  ]
  for (const [path, body] of posts)
    await visit.page.evaluate(
      ([url, body]) => fetch(url as string, { method: 'POST', body: body as string }).then((r) => r.text()),
      [path, body],
    )
  await visit.page.evaluate(
    `djust.apiPrefix = '/mine/'; fetch('/mine/tags/rename/', { method: 'POST', body: '1' })`,
  )
  await visit.wait('response', 3)
  expect(
    (await visit.of('request')).map(({ purpose, url }) => `${purpose} ${new URL(url).pathname}`),
  ).toEqual(['api /djust/api/tags/rename/', 'call /other/call/v/ok/', 'api /mine/tags/rename/'])
})

test('the fallback over HTTP is an event, whichever way its header is given', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`(async () => {
    const send = (headers) => fetch(location.href, { method: 'post', headers, body: '{"a":1}' }).then((r) => r.json())
    await send({ 'X-Djust-Event': 'one' }); await send(new Headers({ 'X-Djust-Event': 'two' }))
    await fetch(new Request(location.href, { method: 'POST', headers: { 'X-Djust-Event': 'four' }, body: 'inside' }))
    await new Promise((done) => { const xhr = new XMLHttpRequest(); xhr.open('POST', '/'); xhr.onload = done
      xhr.setRequestHeader('X-Djust-Event', 'five'); xhr.send('{"b":2}') })
  })()`)
  await visit.wait('response', 4)
  const requests = await visit.of('request')
  expect(requests.map(({ purpose, event, body }) => [purpose, event, body.text])).toEqual([
    ['event', 'one', '{"a":1}'],
    ['event', 'two', '{"a":1}'],
    ['event', 'four', ''],
    ['event', 'five', '{"b":2}'],
  ])
  expect((await visit.of('response')).every(({ body }) => body.text.includes('patches'))).toBe(true)
})

test('a request that a handler makes beside its event does not stand for either of them', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`(async () => {
    djust.handleEvent = async () => { djust.call('v', 'ok'); await 0; throw new Error('refused') }
    await djust.handleEvent('local', { id: 7 }).catch(() => 0)
    djust.call = async () => { fetch(location.href, { method: 'POST', headers: { 'X-Djust-Event': 'e' }, body: '{}' }); return 5 }
    await djust.call('v', 'local')
    djust.handleEvent = async () => { fetch(location.href, { method: 'POST', headers: { 'X-Djust-Event': 'e' }, body: '{}' }) }
    await djust.handleEvent('sent')
  })()`)
  await visit.wait('response', 3)
  expect(await visit.of('dispatch-settled')).toMatchObject([{ dispatch: 0, outcome: 'rejected' }])
  expect((await visit.of('dispatch')).map(({ params }) => params?.text)).toEqual(['{"id":7}', undefined])
  expect(await visit.of('call-settled')).toMatchObject([{ call: 1 }])
})

test('what the page does with the answer to an event is DOM evidence of that answer', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`fetch(location.href, { method: 'POST', headers: { 'X-Djust-Event': 'a' }, body: '{}' })
    .then((answer) => answer.json()).then(() => { out.textContent = 'applied' })`)
  const [done] = await visit.wait('frame-done')
  const [response] = await visit.of('response')
  expect(done).toMatchObject({ frame: response?.seq, by: 'task' })
  expect(await visit.of('mutation')).toMatchObject([{ frame: response?.seq, nodes: 2, where: 'p#out.a' }])
})

test('requests that are not djust’s leave no trace, and the page reads every body itself', async () => {
  const visit = await lab.visit(livePage())
  const read = await visit.page.evaluate(`(async () => {
    const form = new FormData(); form.append('q', '1')
    const texts = []
    for (const body of ['text', form, new URLSearchParams({ a: 1 }), new Blob(['b'])])
      texts.push(await (await fetch('/private/', { method: 'POST', body })).json())
    texts.push(await (await fetch('/')).text())
    const answer = await fetch('/djust/api/call/v/echo/', { method: 'POST', body: new URLSearchParams({ a: 1 }) })
    texts.push(answer.bodyUsed, await answer.json())
    return texts
  })()`)
  expect((read as unknown[]).slice(5)).toEqual([false, { result: 3 }])
  await visit.wait('response')
  expect(await visit.of('request')).toMatchObject([{ purpose: 'call', body: { text: 'a=1' } }])
  expect(JSON.stringify(await visit.facts())).not.toContain('private')
})

test('an answer that is no text is told by its size only', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`fetch('/djust/api/call/v/binary/', { method: 'POST', body: '{}' })`)
  expect((await visit.wait('response'))[0]?.body).toEqual({ text: '', bytes: 0 })
})

test('an XMLHttpRequest used again, reopened under way, or synchronous has one end for every request', async () => {
  const visit = await lab.visit(livePage())
  await visit.page.evaluate(`(async () => {
    const xhr = new XMLHttpRequest()
    const open = (name, later = true) => xhr.open('POST', '/djust/api/call/v/' + name + '/', later)
    const send = (name) => new Promise((done) => { xhr.onload = done; open(name); xhr.send('{}') })
    await send('ok'); await send('limited')
    open('never'); xhr.send('{}'); await send('ok')
    await new Promise((done) => { xhr.onload = () => { open('ok', false); xhr.onload = done; xhr.send('{}') }; open('limited'); xhr.send('{}') })
    xhr.onload = null; open('cut', false); try { xhr.send('{}') } catch {}
  })()`)
  await visit.wait('request-failed', 2)
  expect((await visit.of('request')).map(({ request }) => request)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect((await visit.of('response')).map(({ request, status }) => [request, status])).toEqual([
    [0, 200],
    [1, 429],
    [3, 200],
    [4, 429],
    [5, 200],
  ])
  expect((await visit.of('request-failed')).map(({ request, reason }) => [request, reason])).toEqual([
    [2, 'abort'],
    [6, 'network'],
  ])
})
