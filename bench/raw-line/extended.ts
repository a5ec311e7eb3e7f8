/** A Chromium with our extension, with the raw line, or with none, and a page whose socket swallows what it is sent. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { WebSocketServer } from 'ws'
import { ensureBrowser } from '../../scripts/browsers.ts'
import { FLAGS } from '../../test/browsers/chromium-flags.ts'

export type Kind = 'plain' | 'ours' | 'raw'

export interface Extended {
  kind: Kind
  browser: Browser
  page: Page
  /** Of the extension, in a tab of its own: both lines end there. */
  panel: Page | undefined
  close(): Promise<void>
}

const FOLDERS: Record<Kind, string | undefined> = {
  plain: undefined,
  ours: join(import.meta.dirname, '../../dist/chrome'),
  raw: import.meta.dirname,
}

/** What is not in front would be slowed down by the browser itself. */
const AWAKE = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

export async function startExtended(kind: Kind, url: string): Promise<Extended> {
  const profile = mkdtempSync(join(tmpdir(), 'djust-raw-line-'))
  const folder = FOLDERS[kind]
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium'),
    viewport: { width: 1200, height: 700 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...FLAGS,
      ...AWAKE,
      ...(folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    ],
  })
  const browser = context.browser()
  if (!browser) throw new Error('Chromium gave no browser to trace')
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  const page = await context.newPage()
  await page.goto(url)
  if (!folder) return { kind, browser, page, panel: undefined, close }
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const tab = await worker.evaluate(async (of) => {
    const { tabs } = (globalThis as never as { chrome: { tabs: Tabs } }).chrome
    const all = await tabs.query({})
    return all.find((each) => each.url === of || each.pendingUrl === of)?.id ?? all.at(-1)?.id
  }, page.url())
  const panel = await context.newPage()
  const { host } = new URL(worker.url())
  const path = kind === 'ours' ? `src/panel/panel.html?tab=${tab}` : 'panel.html'
  await panel.goto(`chrome-extension://${host}/${path}`)
  return { kind, browser, page, panel, close }
}

interface Tabs {
  query(of: object): Promise<{ id?: number; url?: string; pendingUrl?: string }[]>
}

export interface Swallower {
  url: string
  close(): void
}

export async function serveSwallower(): Promise<Swallower> {
  const server = createServer((_, response) => void response.setHeader('content-type', 'text/html').end(PAGE))
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => socket.send('{"type":"connect"}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
    },
  }
}

const PAGE = `<!doctype html><title>swallowed</title><main dj-view="bench.View"></main><script>
  window.live = new WebSocket('ws://' + location.host + '/ws/live/')
</script>`
