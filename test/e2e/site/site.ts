/** A small real site that speaks djust's wire without being djust: what a page may do to a devtool, on purpose. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { PAGES } from './pages.ts'

const STUDIO = join(import.meta.dirname, '../../../dist/studio')
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface Site {
  port: number
  /** `http://127.0.0.1:<port>` */
  url: string
  close(): Promise<void>
}

/** Listens on every interface, so that 0.0.0.0 and names mapped to this machine reach it too. Beside its pages it has the built studio and `files`. */
export async function startSite(files: Record<string, string> = {}): Promise<Site> {
  const server = createServer((request, response) => answer(request, response, files))
  const sockets = new WebSocketServer({ server, path: '/ws/live/', maxPayload: 64 << 20 })
  sockets.on('connection', speak)
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(request: IncomingMessage, response: ServerResponse, files: Record<string, string>): void {
  const { pathname } = new URL(request.url ?? '/', 'http://site')
  if (request.method === 'POST' && pathname.startsWith('/djust/api/call/')) {
    response.setHeader('content-type', 'application/json')
    const isBroken = pathname.endsWith('/broken/')
    response.statusCode = isBroken ? 500 : 200
    response.end(isBroken ? '{"error": "function_error", "message": "It broke."}' : '{"result": []}')
    return
  }
  if (request.method === 'POST' && pathname.startsWith('/djust/api/')) {
    response.setHeader('content-type', 'application/json')
    response.statusCode = request.headers['x-csrftoken'] === 'the-page-token' ? 200 : 403
    response.end('{}')
    return
  }
  const file = join(STUDIO, pathname)
  const page = PAGES[pathname] ?? (pathname in files ? { text: String(files[pathname]) } : undefined)
  if (!page && pathname !== '/' && existsSync(file)) {
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(file))
    return
  }
  if (!page) {
    response.statusCode = 404
    response.end('not here')
    return
  }
  response.setHeader(
    'content-type',
    pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
  )
  if (page.policy) response.setHeader('content-security-policy', page.policy)
  response.end(page.text)
}

/** Answers as djust does (djust-wire 8.2); the event's name says how. */
function speak(socket: WebSocket): void {
  const say = (frame: object | string) =>
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  let version = 1
  say({ type: 'connect', session_id: 's-1' })
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data))
    if (frame.type === 'mount')
      say({ type: 'mount', session_id: 's-1', view: frame.view, version, has_ids: true })
    if (frame.type !== 'event') return
    const to = { event_name: frame.event, ref: frame.ref, source: 'event' }
    const patches = [{ type: 'SetText', path: [0, 0], text: String(version) }]
    switch (frame.event) {
      case 'silence':
        return
      case 'nothing':
        return say({ type: 'noop', ...to })
      case 'garbage':
        return say('{"type": "patch", "patches": [')
      case 'strange':
        return say({ type: 'teleport', where: 'elsewhere' })
      case 'strange_op':
        return say({ type: 'patch', version: ++version, patches: [{ type: 'Levitate', path: [0] }], ...to })
      case 'huge':
        return say({
          type: 'patch',
          patches: [{ ...patches[0], text: 'x'.repeat(10_000_000) }],
          version: ++version,
          ...to,
        })
      default:
        say({ type: 'patch', version: ++version, patches, ...to })
    }
  })
}
