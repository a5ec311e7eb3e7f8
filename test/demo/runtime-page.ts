/** The browser runtime in a real Chromium, with the test in the server's place: a fresh page for every test of a file. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page, WebSocketRoute } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { ClientFrame, ServerFrame } from '../../src/protocol/wire.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { buildPages } from './built-pages.ts'

const SITE = 'http://demo.test'

/** A busy machine may take its time. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

/** Sets the text of the view's first child. */
export const setText = (version: number, value: string, more: object = {}): ServerFrame => ({
  type: 'patch',
  version,
  patches: [{ type: 'SetText', path: [0, 0], text: value }],
  ...more,
})

export function useRuntime() {
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
        return route.fulfill({
          contentType: 'text/javascript',
          body: readFileSync(join(folder, 'runtime.js')),
        })
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

  return {
    get page() {
      return page
    },
    open,
    text: (selector: string) => page.locator(selector).textContent(),
    /** Dispatches and leaves what became of it in `window.outcomes`. */
    dispatch: (name: string) =>
      page.evaluate((name) => {
        const own = window as unknown as {
          outcomes?: unknown[]
          djust: { dispatch(name: string): Promise<unknown> }
        }
        own.outcomes ??= []
        const { outcomes } = own
        void own.djust.dispatch(name).then((frame) => outcomes.push([name, frame]))
      }, name),
    outcomes: () => page.evaluate(() => (window as unknown as { outcomes: unknown[] }).outcomes),
  }
}
