/** Starts the demo: database, pages and sockets on one port. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { createApp } from './app.ts'
import { makeDataFolder } from './data-folder.ts'
import { DemoError, reasonOf } from './demo-error.ts'
import type { RateLimit } from './live/rate-limit.ts'
import { MESSAGE_RATE, serveSocket } from './live/socket.ts'
import { takingTime } from './live/taking-time.ts'
import { templatesIn } from './live/template/templates.ts'
import { type View, Views } from './live/view.ts'
import { openMishaps } from './mishaps/open-mishaps.ts'
import { inAddress, isLoopback, isOwnHost, isOwnOrigin, ownHosts } from './origin.ts'
import { PAGES } from './pages.ts'
import { newIssueView } from './tags/new-issue-view.ts'
import { TagStore } from './tags/tag-store.ts'
import { triageView } from './tags/triage-view.ts'
import { waysViews } from './tags/ways-views.ts'
import { COOKIE, Visitors } from './visitors.ts'
import { Worlds } from './worlds.ts'

export { DemoError }

export interface DemoOptions {
  /** 0 takes any free port. */
  port: number
  /** Where to listen; this machine alone when left out. Open to others, each visitor has a database of their own. */
  host?: string
  /** Where the database is kept; made when missing. */
  dataDir: string
  /** Where the built studio, runtime and page scripts are. */
  studioDir?: string
  /** The folder of the pages' templates; tests put others in their place. */
  templates?: URL
  /** ms on a clock that never goes back. */
  clock?: () => number
  /** How many socket messages a page may send; benchmarks raise it. */
  messageRate?: RateLimit
  /** ms that each function and each handler of the tutorial takes beyond its work, asked anew for each. */
  serving?: () => number
}

export interface Demo {
  url: string
  /** For those elsewhere; empty when nobody else can reach it. */
  urlsForOthers: readonly string[]
  port: number
  close(): Promise<void>
}

/** Bytes past which a frame is not even read; what a person may paste is answered, however much too large. */
const FRAME_LIMIT = 16 * 1024 * 1024
const SOCKET_PATH = '/ws/live/'

/** @throws DemoError when the port is taken or the folder cannot be written */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { port, host = '127.0.0.1', studioDir, clock: now = () => performance.now() } = options
  const dataDir = makeDataFolder(options.dataDir)
  const store = new TagStore(dataDir)
  try {
    const visitors = new Visitors(dataDir)
    const { serving } = options
    const tutorial = (each: TagStore) =>
      serving ? takingTime(newIssueView(each) as View, serving) : newIssueView(each)
    const viewsOn = (each: TagStore) =>
      new Views([
        ...[tutorial(each), triageView(each), ...waysViews(each, now)],
        ...openMishaps({ store: each }).views,
      ])
    const worlds = new Worlds(store, viewsOn, !isLoopback(host))
    const own = ownHosts(host)
    const mishaps = openMishaps({ store })
    const folder = options.templates ?? new URL('tags/templates/', import.meta.url)
    const render = templatesIn(folder, mishaps.templates)
    const app = createApp({
      ...(studioDir !== undefined && { studioDir }),
      ...{ worlds, visitors, render, now, mishaps: mishaps.cards },
      pages: [...PAGES, ...mishaps.pages],
    })
    const answer = getRequestListener(app.fetch, { hostname: host })
    const server = createServer((request, response) =>
      // Before anything reads the address: a host that is no host breaks whoever builds a URL of it.
      isOwnHost(request.headers.host, own) ? answer(request, response) : misdirect(response),
    )
    const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_LIMIT })

    server.on('upgrade', (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
      // Until a WebSocket owns it, a reset connection would otherwise end the process.
      duplex.on('error', () => duplex.destroy())
      const refusal = refusalOf(request, own)
      if (refusal)
        return void duplex.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      sockets.handleUpgrade(request, duplex, head, (socket) => {
        const known = visitors.find(cookieOf(request))
        const visitor = known ?? visitors.passerBy()
        const session = { id: crypto.randomUUID(), views: worlds.viewsOf(known), visitor, render, now }
        serveSocket(socket, options.messageRate ?? MESSAGE_RATE, session)
      })
    })

    await listen(server, port, host)
    const taken = (server.address() as AddressInfo).port
    const close = async () => {
      for (const socket of sockets.clients) socket.terminate()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      worlds.close()
    }
    const urlOf = (name: string) => `http://${name}:${taken}`
    const urlsForOthers = isLoopback(host) ? [] : own.map(urlOf)
    return { url: urlOf(inAddress(host)), urlsForOthers, port: taken, close }
  } catch (problem) {
    store.close()
    throw problem
  }
}

function misdirect(response: ServerResponse): void {
  const message = 'Open the demo as http://localhost or http://127.0.0.1'
  response.writeHead(421, { 'Content-Type': 'application/json', Connection: 'close' })
  response.end(JSON.stringify({ error: 'wrong_host', message }))
}

/** Why a socket is turned away, as an HTTP status line; a browser reports it as a failed connection. */
function refusalOf(request: IncomingMessage, own: readonly string[]): string | null {
  const { host, origin } = request.headers
  if (!isOwnHost(host, own)) return '421 Misdirected Request'
  if (!isOwnOrigin(origin, host)) return '403 Forbidden'
  const path = (request.url ?? '').split('?')[0]
  return path === SOCKET_PATH ? null : '404 Not Found'
}

function cookieOf(request: IncomingMessage): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem) => reject(explain(problem, port, host)))
    server.listen(port, host, () => resolve())
  })
}

function explain(problem: Error, port: number, host: string): DemoError {
  const reason = reasonOf(problem)
  if (reason === 'EADDRINUSE')
    return new DemoError(
      `Port ${port} is already in use. Stop what is using it, or choose another: PORT=${port + 1} npm start`,
      problem,
    )
  return new DemoError(
    `The demo cannot listen on ${host}:${port} (${reason}). Try another: PORT=4401 npm start`,
    problem,
  )
}
