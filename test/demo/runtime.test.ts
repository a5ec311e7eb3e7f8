/** The browser runtime in a real Chromium, with the test in the server's place. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page, WebSocketRoute } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClientFrame, ServerFrame } from '../../src/protocol/wire.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { buildPages } from './built-pages.ts'

let browser: Browser
let page: Page
let folder: string

beforeAll(async () => {
  folder = await buildPages()
  browser = await startChromium()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  page = await (await browser.newContext()).newPage()
})
afterEach(async () => {
  await page.context().close()
})

const SITE = 'http://demo.test'

/** A busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

/** A page with this view, its socket in the test's hands, already mounted at version 1. */
async function open(html: string) {
  const frames: ClientFrame[] = []
  let socket: WebSocketRoute | undefined
  let sockets = 0
  await page.routeWebSocket('**/ws/live/', (route) => {
    socket = route
    sockets += 1
    route.onMessage((text) => void frames.push(JSON.parse(String(text))))
  })
  await page.route(`${SITE}/**`, (route) => {
    if (new URL(route.request().url()).pathname === '/runtime.js')
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, 'runtime.js')) })
    const body = `<!doctype html><body><div dj-view="a.View">${html}</div><script src="/runtime.js" defer></script>`
    return route.fulfill({ contentType: 'text/html', body })
  })
  await page.goto(`${SITE}/page?tab=2`)
  const sent = async (count: number) => {
    await eventually(() => frames.length).toBeGreaterThanOrEqual(count)
    return frames
  }
  const say = (frame: ServerFrame) => socket?.send(JSON.stringify(frame))
  await eventually(() => sockets).toBe(1)
  say({ type: 'connect', session_id: 's' })
  await sent(1)
  say({ type: 'mount', session_id: 's', view: 'a.View', version: 1 })
  await page.locator('body.dj-connected').waitFor()
  return { say, sent, frames, drop: () => socket?.close(), sockets: () => sockets }
}

const text = (selector: string) => page.locator(selector).textContent()
const setText = (version: number, value: string, more: object = {}): ServerFrame => ({
  type: 'patch',
  version,
  patches: [{ type: 'SetText', path: [0, 0], text: value }],
  ...more,
})
/** Dispatches and leaves what became of it in `window.outcomes`. */
const dispatch = (name: string) =>
  page.evaluate((name) => {
    const own = window as unknown as {
      outcomes?: unknown[]
      djust: { dispatch(name: string): Promise<unknown> }
    }
    own.outcomes ??= []
    const { outcomes } = own
    void own.djust.dispatch(name).then((frame) => outcomes.push([name, frame]))
  }, name)
const outcomes = () => page.evaluate(() => (window as unknown as { outcomes: unknown[] }).outcomes)

describe('directives', () => {
  test('say what was meant: names in snake case, values of the hinted type', async () => {
    const { sent } =
      await open(`<button dj-click="go" dj-payload-tag-id:int="7" dj-payload-both="p" dj-value-both="v"
      dj-value-on:bool="true" dj-value-list:list="a, b" dj-value-json:json='{"x":1}' dj-value-plain="1"><b>x</b></button>`)
    await page.locator('b').click()
    const [mount, event] = await sent(2)
    expect(mount).toMatchObject({
      type: 'mount',
      view: 'a.View',
      params: { tab: '2' },
      url: '/page',
      has_prerendered: true,
    })
    expect(event).toEqual({
      type: 'event',
      event: 'go',
      ref: 1,
      params: { tag_id: 7, both: 'v', on: true, list: ['a', 'b'], json: { x: 1 }, plain: '1' },
    })
  })

  test('a form sends its fields once, and shows that it is pending until the answer', async () => {
    const { sent, say, frames } = await open(`<form dj-submit="save"><input name="a" value="1">
      <button name="go" dj-form-pending="disabled"><i dj-form-pending="hide">Save</i><u dj-form-pending="show" hidden>Saving</u></button></form>`)
    await page.locator('button').click()
    expect((await sent(2))[1]).toMatchObject({ event: 'save', params: { a: '1', _target: 'go' }, ref: 1 })
    const state = () => [
      page.locator('button').isDisabled(),
      page.locator('i').isVisible(),
      page.locator('u').isVisible(),
      page.locator('[data-djust-form-pending]').count(),
    ]
    expect(await Promise.all(state())).toEqual([true, false, true, 1])
    await page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit())
    say({ type: 'noop', ref: 1 })
    await page.locator('u').waitFor({ state: 'hidden' })
    expect(await Promise.all(state())).toEqual([false, true, false, 0])
    expect(frames.filter(({ type }) => type === 'event')).toHaveLength(1)
  })

  test('typing waits for a pause, and a submit does not overtake it', async () => {
    const { sent } = await open(`<form dj-submit="save"><input name="q" dj-input="typed" dj-debounce="60000">
      <input name="m" dj-model="title" dj-debounce="10"><button>Save</button></form>`)
    await page.locator('[name=m]').pressSequentially('ab')
    await page.locator('[name=q]').fill('x')
    await sent(2)
    await page.locator('[name=q]').press('Enter')
    const events = (await sent(4))
      .slice(1)
      .map((frame) => (frame.type === 'event' ? [frame.event, frame.params] : []))
    expect(events.filter(([name]) => name !== 'update_model')).toEqual([
      ['typed', { value: 'x', _target: 'q' }],
      ['save', { q: 'x', m: 'ab', _target: null }],
    ])
    expect(events.find(([name]) => name === 'update_model')?.[1]).toMatchObject({ field: 'title' })
  })
})

describe('frames', () => {
  test('a push waits while an event does, and is shown before an answer that follows it', async () => {
    const { say, sent } = await open('<p>0</p>')
    await dispatch('a')
    await sent(2)
    say(setText(2, 'pushed', { source: 'broadcast', broadcast: true }))
    say({ type: 'pong' })
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await text('p')).toBe('0')
    say(setText(3, 'answered', { ref: 1, source: 'event' }))
    await eventually(() => text('p')).toBe('answered')
    say(setText(4, 'next', { source: 'tick' }))
    await eventually(() => text('p')).toBe('next')
    expect(await outcomes()).toMatchObject([['a', { type: 'patch', ref: 1 }]])
  })

  test('a push held during an event that changed nothing is shown after it', async () => {
    const { say, sent } = await open('<p>0</p>')
    await dispatch('a')
    await sent(2)
    say(setText(2, 'pushed', { source: 'tick' }))
    say({ type: 'noop', ref: 1 })
    await eventually(() => text('p')).toBe('pushed')
  })

  test.each([
    { type: 'error', error: 'broken' },
    { type: 'rate_limit_exceeded', message: 'slow down' },
  ] as const)('after $type nobody waits any more, and later frames fit', async (frame) => {
    const { say, sent } = await open('<p>0</p>')
    await dispatch('a')
    await dispatch('b')
    await sent(3)
    say(setText(2, 'pushed', { source: 'tick' }))
    say(frame)
    await eventually(() => text('p')).toBe('pushed')
    expect(await outcomes()).toEqual([
      ['a', null],
      ['b', null],
    ])
    say(setText(3, 'fits', { source: 'tick' }))
    await eventually(() => text('p')).toBe('fits')
  })

  test('a gap asks for everything, once, and what comes meanwhile is left out', async () => {
    const { say, sent, frames } = await open('<p dj-id="0">0</p>')
    say(setText(5, 'too far', { source: 'tick' }))
    say(setText(6, 'further', { source: 'tick' }))
    expect((await sent(2))[1]).toEqual({ type: 'request_html' })
    say({ type: 'html_recovery', version: 6, html: '<p dj-id="0">whole</p><i dj-id="1">new</i>' })
    await eventually(() => text('p')).toBe('whole')
    say(setText(7, 'on', { source: 'tick' }))
    await eventually(() => text('p')).toBe('on')
    expect(frames.filter(({ type }) => type === 'request_html')).toHaveLength(1)
  })

  test('a patch that fits nothing asks for everything', async () => {
    const { say, sent } = await open('<p>0</p>')
    say({
      type: 'patch',
      version: 2,
      patches: [{ type: 'SetAttr', path: [9], d: 'zz', key: 'a', value: 'b' }],
    })
    expect((await sent(2))[1]).toEqual({ type: 'request_html' })
  })

  test('nodes are built without ever reading HTML, and items move with their focus', async () => {
    const { say } = await open('<ul dj-id="0"><li dj-id="1">a</li><li dj-id="2"><input dj-id="3"></li></ul>')
    await page.locator('input').focus()
    const node = {
      tag: 'li',
      attrs: { 'dj-id': '4' },
      children: [{ tag: '#text', attrs: {}, children: [], text: '<img src=x onerror=alert(1)>', key: null }],
      text: null,
      key: null,
    }
    say({
      type: 'patch',
      version: 2,
      patches: [
        { type: 'MoveChild', path: [0], d: '0', from: 1, to: 0, child_d: '2' },
        { type: 'InsertChild', path: [0], d: '0', index: 2, node },
      ],
    })
    await page.locator('[dj-id="4"]').waitFor()
    expect(
      await page.locator('li').evaluateAll((items) => items.map((item) => item.getAttribute('dj-id'))),
    ).toEqual(['2', '1', '4'])
    expect([await text('[dj-id="4"]'), await page.locator('img').count()]).toEqual([
      '<img src=x onerror=alert(1)>',
      0,
    ])
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  })
})

test('a socket that closes lets everybody go and is opened again, whatever the page was doing', async () => {
  const { sent, drop, sockets, say } = await open('<p>0</p>')
  await dispatch('a')
  await sent(2)
  drop()
  await eventually(outcomes).toEqual([['a', null]])
  await eventually(sockets).toBe(2)
  say({ type: 'connect', session_id: 's2' })
  await sent(3)
  say({ type: 'mount', session_id: 's2', view: 'a.View', version: 1, html: '<p dj-id="0">fresh</p>' })
  await eventually(() => text('p')).toBe('fresh')
})
