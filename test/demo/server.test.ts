/** The demo as a whole, over real sockets: pages, calls, dispatches, resets. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DemoError, startDemo } from '../../demo/server.ts'
import { openTab, rawStatus, startTestDemo, visit } from './demo-client.ts'

let demo: Awaited<ReturnType<typeof startTestDemo>>
const studio = mkdtempSync(join(tmpdir(), 'djust-studio-'))
beforeAll(async () => {
  mkdirSync(join(studio, 'src/studio'), { recursive: true })
  writeFileSync(join(studio, 'src/studio/studio.html'), '<title>studio</title>')
  writeFileSync(join(studio, 'runtime.js'), '1')
  writeFileSync(join(studio, '.env'), 'secret')
  symlinkSync('/etc/hosts', join(studio, 'hosts.txt'))
  demo = await startTestDemo({ studioDir: studio })
})
afterAll(async () => {
  await demo.close()
  rmSync(studio, { recursive: true })
})

const event = (name: string, ref: number, params = {}) => ({ type: 'event', event: name, params, ref })
const search = (client: Awaited<ReturnType<typeof visit>>, q: string) =>
  client.call('search_tags', { q }) as Promise<{ id: number; name: string }[]>

describe('the pages', () => {
  test('the tutorial comes pre-rendered, with nothing inline, under a strict policy', async () => {
    const response = await fetch(`${demo.url}/tutorial`)
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'; script-src 'self'")
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^djust_demo_session=\w+\.\w+; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(html).toMatch(/<div dj-view="demo.NewIssueView"[^>]*><h1 dj-id="0">New issue/)
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/)
    expect(html).not.toContain('instrument.js')
  })

  test('asked by the studio, the instrument is the first script, and a theme is taken if it is one', async () => {
    const html = await (await fetch(`${demo.url}/tutorial?studio&theme=dark`)).text()
    expect(/<script[^>]*>/.exec(html)?.[0]).toBe('<script src="/instrument.js">')
    expect(html).toContain('<html lang="en" data-theme="dark">')
    expect(await (await fetch(`${demo.url}/tutorial?theme="><b>`)).text()).toContain('<html lang="en">')
  })

  test('the root is the studio when it is built, and otherwise leads to the tutorial', async () => {
    expect(await (await fetch(demo.url)).text()).toBe('<title>studio</title>')
    const bare = await startTestDemo()
    expect(await (await fetch(bare.url)).text()).toContain('href="/tutorial"')
    await bare.close()
  })

  test('files have their types, and what is not there is a clear 404', async () => {
    const runtime = await fetch(`${demo.url}/runtime.js`)
    expect(runtime.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await fetch(`${demo.url}/tutorial.css`)).headers.get('content-type')).toBe(
      'text/css; charset=utf-8',
    )
    const missing = await fetch(`${demo.url}/typeahead.js`)
    expect([missing.status, await missing.json()]).toMatchObject([404, { error: 'not_found' }])
    expect(await (await fetch(`${demo.url}/healthz`)).json()).toEqual({ ok: true })
  })

  test.each([
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/src/..%5c..%5cx',
    '/.env',
    '/%2eenv',
    '/hosts.txt',
    '/runtime.js%00.css',
    '/%zz',
    '/src',
  ])('no path leads out of the folder: %s', async (path) => {
    expect(await rawStatus(demo, path)).toBe(404)
  })
})

describe('the tutorial over the wire', () => {
  test('a search is a call that says what it cost', async () => {
    const client = await visit(demo)
    const response = await client.post('/djust/api/call/issues.new/search_tags/', {
      params: { q: 'reg', limit: 3 },
    })
    expect(response.headers.get('server-timing')).toMatch(/^app;dur=\d+\.\d+$/)
    expect(await response.json()).toMatchObject({
      result: [{ name: 'regression' }, { name: 'regex' }, { name: 'registration' }],
    })
  })

  test('tags are added once, removed, and stored with the issue', async () => {
    const client = await visit(demo)
    const tab = await client.openTab()
    const [bug, auth] = [(await search(client, 'bug'))[0], (await search(client, 'auth'))[0]]
    expect(await tab.ask(event('add_tag', 1, bug))).toMatchObject({
      type: 'patch',
      ref: 1,
      patches: [{ type: 'InsertChild', node: { tag: 'li', key: String(bug?.id) } }],
    })
    expect(await tab.ask(event('add_tag', 2, bug))).toMatchObject({ type: 'noop', ref: 2 })
    await tab.ask(event('add_tag', 3, auth))
    expect(await tab.ask(event('remove_tag', 4, { id: String(auth?.id) }))).toMatchObject({
      patches: [{ type: 'RemoveChild', index: 1 }],
    })
    expect(await tab.ask(event('add_tag', 5, { id: 999_999, name: '<b>' }))).toMatchObject({ type: 'patch' })
    const failed = await tab.ask(event('submit', 6, { title: ' ', description: 'typed' }))
    expect(JSON.stringify(failed)).toContain('Title is required')
    expect(JSON.stringify(failed)).not.toContain('typed')
    const done = await tab.ask(event('submit', 7, { title: 'Over the wire', description: 'x' }))
    expect(done).toMatchObject({ type: 'patch', reset_form: true })
    expect(JSON.stringify(done)).toMatch(/Issue #\d+ created/)
    expect(await client.call('title_taken', { title: 'OVER the wire' })).toMatchObject({ available: false })
    expect(await client.call('title_taken', { title: 'Never heard' })).toEqual({ available: true })
    tab.close()
  })

  test('two visitors never see each other’s state; two tabs of one share what was created', async () => {
    const [anna, ben] = [await visit(demo), await visit(demo)]
    const [here, there, elsewhere] = [await anna.openTab(), await anna.openTab(), await ben.openTab()]
    await here.ask(event('add_tag', 1, (await search(anna, 'safari'))[0]))
    expect(await elsewhere.ask({ type: 'request_html' })).toMatchObject({
      html: expect.not.stringContaining('safari<'),
    })
    await here.ask(event('submit', 2, { title: 'Anna’s own' }))
    expect(await there.next()).toMatchObject({
      type: 'patch',
      source: 'broadcast',
      broadcast: true,
      version: 2,
    })
    expect(await elsewhere.ask({ type: 'ping' })).toEqual({ type: 'pong' })
    const foreign = await anna.post('/djust/api/call/issues.new/search_tags/', {}, { Cookie: ben.cookie })
    expect(await foreign.json()).toMatchObject({ error: 'csrf_failed' })
    for (const tab of [here, there, elsewhere]) tab.close()
  })

  test('without a socket, events go over HTTP, and sockets and posts go on from each other', async () => {
    const client = await visit(demo)
    const post = (name: string, params: object) =>
      client.post('/tutorial', params, { 'X-Djust-Event': name, 'X-Djust-Page': 'p1' })
    const read = async (response: Response) => (await response.json()) as { version: number; html: string }
    const [safari, bug] = [(await search(client, 'safari'))[0], (await search(client, 'bug'))[0]]
    const added = await read(await post('add_tag', safari ?? {}))
    expect(added).toMatchObject({ version: 2, patches: [{ type: 'InsertChild' }] })
    const again = await read(await post('add_tag', safari ?? {}))
    expect(again).toMatchObject({ version: 2, html: expect.stringContaining('>safari<') })

    const tab = await client.openTab('p1')
    await tab.ask(event('add_tag', 1, bug))
    const shown = await tab.ask({ type: 'request_html' })
    expect(shown).toMatchObject({ html: expect.stringMatching(/>safari<.*>bug</s) })
    tab.close()
    await tab.closed
    const removed = await read(await post('remove_tag', { id: safari?.id }))
    expect(removed.html).toContain('>bug<')
    expect(removed.html).not.toContain('>safari<')
    const other = await client.openTab('p2')
    expect(await other.ask({ type: 'request_html' })).toMatchObject({
      html: expect.not.stringContaining('>bug<'),
    })
    other.close()
  })

  test('the exposed handler answers over HTTP, and the page it was asked from stays as it was', async () => {
    const client = await visit(demo)
    const tab = await client.openTab()
    const response = await client.post('/djust/api/issues.new/add_popular_tags/', { count: 2 })
    expect(response.headers.get('server-timing')).toMatch(/^app;dur=/)
    expect(await response.json()).toMatchObject({
      result: { added: 2 },
      assigns: { selected_tags: [{ name: 'bug' }, { name: 'regression' }] },
    })
    expect(await tab.ask({ type: 'request_html' })).toMatchObject({
      html: expect.not.stringContaining('>bug<'),
    })
    const refused = await client.post('/djust/api/issues.new/add_tag/', { id: 1 })
    expect([refused.status, await refused.json()]).toMatchObject([404, { error: 'handler_not_exposed' }])
    const stranger = await client.post('/djust/api/issues.new/add_popular_tags/', {}, { Cookie: '' })
    expect(await stranger.json()).toMatchObject({ error: 'unauthenticated' })
    tab.close()
  })

  test('a bad post is refused in words', async () => {
    const client = await visit(demo)
    const status = async (name: string, body: object | string, headers = {}) =>
      (await client.post('/tutorial', body, { 'X-Djust-Event': name, ...headers })).status
    expect(await status('no_such', {})).toBe(404)
    expect(await status('add_tag', { id: 'x' })).toBe(400)
    expect(await status('', {})).toBe(400)
    expect(await status('add_tag', '{')).toBe(400)
    expect(await status('add_tag', {}, { 'X-CSRFToken': 'x' })).toBe(403)
  })

  test('a reset restores the database and every open page', async () => {
    const client = await visit(demo)
    const tab = await client.openTab()
    await tab.ask(event('add_tag', 1, (await search(client, 'bug'))[0]))
    await tab.ask(event('submit', 2, { title: 'Soon forgotten' }))
    expect((await client.post('/reset', {}, { 'X-CSRFToken': 'guessed' })).status).toBe(403)
    expect(await (await client.post('/reset', {})).json()).toEqual({ ok: true })
    expect(await tab.next()).toMatchObject({ type: 'patch', source: 'broadcast' })
    expect(await client.call('title_taken', { title: 'Soon forgotten' })).toEqual({ available: true })
    tab.close()
  })

  test('the studio may reset without a token, whatever its frame shows; nobody else may', async () => {
    const reset = (headers: Record<string, string>) =>
      fetch(`${demo.url}/reset`, { method: 'POST', headers }).then(({ status }) => status)
    expect(await reset({ Origin: demo.url })).toBe(200)
    expect(await reset({ Origin: demo.url, 'X-CSRFToken': '' })).toBe(200)
    expect(await reset({})).toBe(403)
    expect(await reset({ Origin: 'null' })).toBe(403)
    expect(await reset({ Origin: 'http://evil.example' })).toBe(403)
  })

  test('a reset also reaches a page whose visitor is not known', async () => {
    const tab = openTab(demo, { Origin: demo.url })
    await tab.next()
    await tab.ask({ type: 'mount', view: 'demo.NewIssueView', params: {} })
    await tab.ask(event('submit', 1, { title: 'By a passer-by' }))
    await fetch(`${demo.url}/reset`, { method: 'POST', headers: { Origin: demo.url } })
    expect(await tab.next()).toMatchObject({ source: 'broadcast' })
    expect(await tab.ask({ type: 'request_html' })).toMatchObject({
      html: expect.not.stringContaining('created:'),
    })
    tab.close()
  })

  test('a visitor is known again after a restart', async () => {
    const first = await startDemo({ port: 0, dataDir: join(demo.dataDir, 'again') })
    const client = await visit(first)
    await first.close()
    const second = await startDemo({ port: first.port, dataDir: join(demo.dataDir, 'again') })
    expect(await client.call('search_tags', { q: 'bug', limit: 1 })).toMatchObject([{ name: 'bug' }])
    await second.close()
  })
})

describe('a start that cannot be', () => {
  test('because the port is taken says which, and how to take another', async () => {
    const attempt = startDemo({ port: demo.port, dataDir: join(demo.dataDir, 'second') })
    await expect(attempt).rejects.toThrow(DemoError)
    await expect(attempt).rejects.toThrow(`Port ${demo.port} is already in use`)
    await expect(attempt).rejects.toThrow(/PORT=\d+ npm start/)
  })

  test('because the folder cannot be made says which, and how to choose another', async () => {
    writeFileSync(join(demo.dataDir, 'file'), '')
    const attempt = startDemo({ port: 0, dataDir: join(demo.dataDir, 'file/data') })
    await expect(attempt).rejects.toThrow(DemoError)
    await expect(attempt).rejects.toThrow(/file\/data: .*DJUST_DEMO_DATA=/)
  })
})
