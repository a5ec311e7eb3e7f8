/** Each visitor in a database of their own: in a lesson, and in a demo that is open to a class. */
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTab, rawStatus, startTestDemo, visit } from './demo-client.ts'

type Client = Awaited<ReturnType<typeof visit>>
type TestDemo = Awaited<ReturnType<typeof startTestDemo>>

const isFree = async (client: Client, title = 'Demo') =>
  ((await client.call('title_taken', { title })) as { available: boolean }).available

async function create(client: Client, title = 'Demo'): Promise<void> {
  const tab = await client.openTab()
  await tab.ask({ type: 'event', event: 'submit', params: { title, description: '' }, ref: 1 })
  tab.close()
}

const begin = (demo: TestDemo, client: Client, seed: unknown) =>
  client.post('/lesson/state', { seed }, { Origin: demo.url })

async function issuesOf(demo: TestDemo, client: Client): Promise<string[]> {
  const html = await (await fetch(`${demo.url}/triage`, { headers: { Cookie: client.cookie } })).text()
  return [...html.matchAll(/<span dj-id="\w+">([^<]+)<\/span>/g)].map(([, title]) => title ?? '')
}

describe('a lesson', () => {
  let demo: TestDemo
  beforeAll(async () => {
    demo = await startTestDemo()
  })
  afterAll(() => demo.close())

  test('begins as its seed says, the same each time, and otherwise with another seed', async () => {
    const [one, other] = [await visit(demo), await visit(demo)]
    expect((await begin(demo, one, 7)).status).toBe(200)
    await begin(demo, other, 7)
    const issues = await issuesOf(demo, one)
    expect([issues.length, new Set(issues).size]).toEqual([40, 40])
    expect(await issuesOf(demo, other)).toEqual(issues)
    await begin(demo, other, 8)
    expect(await issuesOf(demo, other)).not.toEqual(issues)
  })

  test('is nobody else’s: what one does there neither the other sees nor the shared database', async () => {
    const [one, other, outside] = [await visit(demo), await visit(demo), await visit(demo)]
    for (const client of [one, other]) await begin(demo, client, 7)
    await create(one)
    expect(await Promise.all([one, other, outside].map((each) => isFree(each)))).toEqual([false, true, true])
    await begin(demo, one, 7)
    expect(await isFree(one)).toBe(true)
  })

  test('starts the tabs over that are open on it', async () => {
    const client = await visit(demo)
    await begin(demo, client, 7)
    const tab = openTab(demo, { Cookie: client.cookie, Origin: demo.url })
    await tab.next()
    await tab.ask({ type: 'mount', view: 'demo.TriageView', params: {} })
    await tab.ask({ type: 'event', event: 'star', params: { id: 3 }, ref: 1 })
    await begin(demo, client, 7)
    expect(await tab.next()).toMatchObject({ type: 'patch', source: 'broadcast' })
    tab.close()
  })

  test.each([-1, 1.5, 2 ** 32, '7', null, undefined])('a seed of %j is refused', async (seed) => {
    expect((await begin(demo, await visit(demo), seed)).status).toBe(400)
  })

  test('no other site may begin one', async () => {
    const { post } = await visit(demo)
    expect((await post('/lesson/state', { seed: 7 })).status).toBe(403)
    expect((await post('/lesson/state', { seed: 7 }, { Origin: 'http://evil.example' })).status).toBe(403)
  })
})

describe('a class', () => {
  let demo: TestDemo
  beforeAll(async () => {
    demo = await startTestDemo({ host: '0.0.0.0' })
  })
  afterAll(() => demo.close())

  test('reaches it by every address of this machine and by no other name', async () => {
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    for (const { address } of own.filter(({ family }) => family === 'IPv4'))
      expect([address, await rawStatus(demo, '/healthz', { Host: `${address}:${demo.port}` })]).toEqual([
        address,
        200,
      ])
    expect(await rawStatus(demo, '/healthz', { Host: `evil.example:${demo.port}` })).toBe(421)
    expect(await rawStatus(demo, '/healthz', { Host: `203.0.113.9:${demo.port}` })).toBe(421)
    expect(demo.urlsForOthers.every((url) => url.endsWith(`:${demo.port}`))).toBe(true)
  })

  test('still takes no socket and no change from another origin', async () => {
    const client = await visit(demo)
    const { post, cookie } = client
    expect((await post('/reset', {}, { Origin: 'http://evil.example' })).status).toBe(403)
    expect(await openTab(demo, { Origin: 'http://evil.example', Cookie: cookie }).closed).toBe(403)
  })

  test('does not share a database, and whoever resets, resets their own', async () => {
    const [one, other] = [await visit(demo), await visit(demo)]
    await create(one)
    expect([await isFree(one), await isFree(other)]).toEqual([false, true])
    await create(other, 'Other')
    expect((await one.post('/reset', {})).status).toBe(200)
    expect([await isFree(one), await isFree(other, 'Other')]).toEqual([true, false])
  })
})

test('a demo of this machine alone has no address for others', async () => {
  const demo = await startTestDemo()
  expect(demo.urlsForOthers).toEqual([])
  await demo.close()
})
