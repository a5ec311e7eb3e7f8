/** Who comes to the demo uninvited: foreign hosts and origins, forged cookies, floods. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTab, rawStatus, startTestDemo, visit } from './demo-client.ts'

let demo: Awaited<ReturnType<typeof startTestDemo>>
beforeAll(async () => {
  demo = await startTestDemo()
})
afterAll(() => demo.close())

describe('strangers', () => {
  test('a name that only resolves to this machine is turned away, on pages, calls and sockets', async () => {
    expect(await rawStatus(demo, '/tutorial', { Host: 'evil.example' })).toBe(421)
    expect(await rawStatus(demo, '/tutorial', { Host: 'localhost.evil.example' })).toBe(421)
    const own = { Origin: 'http://evil.example', Host: 'evil.example' }
    expect(await openTab(demo, own).closed).toBe(421)
    for (const name of ['localhost', 'LocalHost', 'demo.localhost', '0.0.0.0', '127.8.9.255', '[::1]'])
      expect(await rawStatus(demo, '/healthz', { Host: `${name}:${demo.port}` })).toBe(200)
  })

  test.each([
    '127.999.1.1',
    '127.0.0.256',
    '127.08.0.1',
    '127.1',
    '[::1',
    '[::ffff:127.0.0.1]',
    'localhost.',
    'localhost:',
    'localhost:99999',
    'localhost:80:80',
    'localhost/x',
    'localhost@evil.example',
    'user@localhost',
    '%6cocalhost',
  ])('a host that is none is turned away like a foreign one: %j', async (Host) => {
    expect(await rawStatus(demo, '/tutorial', { Host })).toBe(421)
    expect(await openTab(demo, { Host, Origin: `http://${Host}` }).closed).toBe(421)
  })

  test('another origin may neither post nor open a socket', async () => {
    const client = await visit(demo)
    for (const Origin of ['http://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect((await client.post('/reset', {}, { Origin })).status).toBe(403)
      expect(await openTab(demo, { Origin, Cookie: client.cookie }).closed).toBe(403)
    }
    expect(await openTab(demo, { Cookie: client.cookie }).closed).toBe(403)
  })

  test('a forged cookie is nobody’s', async () => {
    const client = await visit(demo)
    const Cookie = client.cookie.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect((await client.post('/reset', {}, { Cookie })).status).toBe(403)
  })

  test('ten megabytes are refused, and the demo goes on', async () => {
    const client = await visit(demo)
    const answer = await client
      .post('/djust/api/call/issues.new/search_tags/', 'x'.repeat(10 * 1024 * 1024))
      .then(async (response) => [response.status, await response.json()])
    expect(answer).toMatchObject([413, { error: 'too_large' }])
    expect(await client.call('search_tags', { q: 'bug' })).not.toEqual([])
  })

  test('a frame that is too large, broken or binary is answered, and the socket lives on', async () => {
    const tab = await (await visit(demo)).openTab()
    expect(await tab.ask('x'.repeat(65_537))).toEqual({ type: 'error', error: 'Message too large' })
    expect(await tab.ask('{')).toEqual({ type: 'error', error: 'Invalid JSON' })
    expect(await tab.ask({ type: 'hack' })).toEqual({ type: 'error', error: 'Unknown message type: hack' })
    expect(await tab.ask({ type: 'ping' })).toEqual({ type: 'pong' })
    tab.send('x'.repeat(17 * 1024 * 1024))
    expect(await tab.closed).toBe(1009)
  })

  test('who floods the socket is warned three times and then cut off', async () => {
    const frozen = await startTestDemo({ clock: () => 0 })
    const tab = await (await visit(frozen)).openTab()
    for (let sent = 0; sent < 30; sent += 1) tab.send({ type: 'ping' })
    expect(await tab.closed).toBe(4429)
    await frozen.close()
  })
})
