/** The two views of Both ways over the wire: the same search, once re-rendered and once only answered. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Demo } from '../../demo/server.ts'
import { openTab, startTestDemo, visit } from './demo-client.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startTestDemo()
})
afterAll(() => demo.close())

async function mounted(params: object = {}) {
  const client = await visit(demo)
  const tab = openTab(demo, { Cookie: client.cookie, Origin: demo.url })
  await tab.next()
  await tab.ask({ type: 'mount', view: 'demo.SearchByHandlerView', params })
  const search = (value: string, ref: number) =>
    tab.ask({ type: 'event', event: 'search', params: { value, _target: 'q' }, ref })
  return { client, tab, search }
}

test('both find the same tags in the same order', async () => {
  const { client, tab, search } = await mounted()
  const frame = JSON.stringify(await search('reg', 1))
  const response = await client.post('/djust/api/call/ways.function/search/', { params: { q: 'reg' } })
  const { result } = (await response.json()) as {
    result: { results: { name: string }[]; total: number; mount_ms: number }
  }
  const names = result.results.map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['regression', 'regex', 'registration'])
  expect(names.map((name) => frame.indexOf(`"${name}"`))).toEqual(
    names.map((name) => frame.indexOf(`"${name}"`)).toSorted((a, b) => a - b),
  )
  expect(names.every((name) => frame.includes(`"${name}"`))).toBe(true)
  expect(result.total).toBeGreaterThan(2000)
  expect(result.mount_ms).toBeGreaterThanOrEqual(0)
  tab.close()
})

test('written well, the field is in no patch; keyed by what is typed, it is taken out and put in again', async () => {
  const well = await mounted()
  const plain = JSON.stringify(await well.search('reg', 1))
  expect(plain).toContain('"type":"patch"')
  expect(plain).not.toContain('"input"')
  const keyed = await mounted({ keyed: '' })
  const again = JSON.stringify(await keyed.search('reg', 1))
  expect(again).toMatch(/"RemoveChild".*"InsertChild".*"tag":"input"/)
  for (const { tab } of [well, keyed]) tab.close()
})

test('a slow server answers a call for more letters before one for fewer; a view answers in order', async () => {
  const { client, tab } = await mounted({ slow: '' })
  const finished: string[] = []
  const call = async (q: string) => {
    await client.post('/djust/api/call/ways.function/search/', { params: { q, slow: true } })
    finished.push(q)
  }
  await Promise.all([call('r'), call('regress')])
  expect(finished).toEqual(['regress', 'r'])
  for (const [ref, value] of ['r', 'regress'].entries())
    tab.send({ type: 'event', event: 'search', params: { value }, ref })
  expect([await tab.next(), await tab.next()]).toMatchObject([{ ref: 0 }, { ref: 1 }])
  tab.close()
})

test('each side’s page comes pre-rendered as its address wants it, and may not name another page’s state', async () => {
  const read = async (path: string) => (await fetch(`${demo.url}${path}`)).text()
  expect(await read('/ways/handler?keyed')).toMatch(
    /<title>Event handler · .*dj-view="demo.SearchByHandlerView".*dj-key=""/s,
  )
  expect(await read('/ways/handler')).not.toContain('dj-key=""')
  expect(await read('/ways/function?slow&late')).toMatch(/data-slow="true" data-late="true"/)
  const { client, tab, search } = await mounted({ _page: 'p1' })
  await search('reg', 1)
  tab.close()
  await tab.closed
  const taken = await fetch(`${demo.url}/ways/handler?_page=p1`, { headers: { Cookie: client.cookie } })
  expect(await taken.text()).not.toContain('>regex<')
})

test('without a socket the handler’s side goes over HTTP, too', async () => {
  const client = await visit(demo)
  const response = await client.post(
    '/ways/handler',
    { value: 'reg' },
    { 'X-Djust-Event': 'search', 'X-Djust-Page': 'p9' },
  )
  expect(JSON.stringify(await response.json())).toContain('regression')
})
