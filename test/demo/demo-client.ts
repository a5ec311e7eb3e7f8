/** A visitor without a browser: fetches with its cookie, and talks to the socket in frames. */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { type Demo, type DemoOptions, startDemo } from '../../demo/server.ts'
import type { ServerFrame } from '../../src/protocol/wire.ts'

/** A demo in a folder of its own, gone when it is closed. */
export async function startTestDemo(options: Partial<DemoOptions> = {}): Promise<Demo & { dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'djust-demo-'))
  const demo = await startDemo({ port: 0, dataDir, ...options })
  const close = async () => {
    await demo.close()
    rmSync(dataDir, { recursive: true })
  }
  return { ...demo, dataDir, close }
}

export interface Client {
  token: string
  cookie: string
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  call(name: string, params: object): Promise<unknown>
  /** A socket with the tutorial's view mounted, known as this page load if told so. */
  openTab(page?: string): Promise<Tab>
}

export interface Tab {
  /** The next frame that has not been read yet. */
  next(): Promise<ServerFrame>
  send(frame: object | string): void
  ask(frame: object | string): Promise<ServerFrame>
  close(): void
  closed: Promise<number>
}

export async function visit(demo: Demo): Promise<Client> {
  const response = await fetch(`${demo.url}/tutorial`)
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const token = /name="csrfmiddlewaretoken" value="(\w+)"/.exec(await response.text())?.[1] ?? ''
  const post: Client['post'] = (path, body, headers = {}) =>
    fetch(`${demo.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token, Cookie: cookie, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    token,
    cookie,
    post,
    call: async (name, params) => {
      const reply = (await (await post(`/djust/api/call/issues.new/${name}/`, { params })).json()) as object
      return 'result' in reply ? reply.result : reply
    },
    openTab: async (page) => {
      const tab = openTab(demo, { Cookie: cookie, Origin: demo.url })
      await tab.next()
      await tab.ask({ type: 'mount', view: 'demo.NewIssueView', params: { _page: page } })
      return tab
    },
  }
}

export function openTab(demo: Pick<Demo, 'url'>, headers: Record<string, string>): Tab {
  const socket = new WebSocket(`${demo.url.replace('http', 'ws')}/ws/live/`, { headers })
  const unread: ServerFrame[] = []
  const readers: ((frame: ServerFrame) => void)[] = []
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame
    const reader = readers.shift()
    if (reader) reader(frame)
    else unread.push(frame)
  })
  const closed = new Promise<number>((resolve, reject) => {
    socket.on('close', resolve)
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0))
    socket.on('error', (problem) => reject(problem))
  })
  // Whoever does not wait for the end must not be told of it either.
  closed.catch(() => undefined)
  const next = async () => unread.shift() ?? new Promise<ServerFrame>((resolve) => readers.push(resolve))
  const send = (frame: object | string) =>
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  return {
    next,
    send,
    ask: (frame) => {
      send(frame)
      return next()
    },
    close: () => socket.close(),
    closed,
  }
}

/** The status of what fetch would tidy up first: odd paths and foreign Host headers. */
export function rawStatus(demo: Demo, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: demo.port, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}
