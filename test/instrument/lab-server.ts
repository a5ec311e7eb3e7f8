/** A tiny real server for pages under test: HTML, server functions, event streams and sockets, on a port of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

export interface LabServer {
  origin: string
  /** What the next GET of this path answers. */
  pages: Map<string, string>
  stop(): Promise<void>
}

type Frame = Record<string, unknown>

/** What the live socket answers to an event; djust-like, decided by the event's name. */
const ANSWERS: Record<string, (event: Frame) => Frame[]> = {
  change: ({ ref }) => [
    { type: 'patch', ref, version: 2, patches: [{ to: '#out', text: `changed ${ref}` }] },
  ],
  nothing: ({ ref }) => [{ type: 'noop', ref }],
  same: ({ ref }) => [{ type: 'patch', ref, version: 2, patches: [{ to: '#out', text: null }] }],
  echo: ({ text }) => [{ type: 'push_event', payload: { text } }],
  huge: ({ ref }) => [{ type: 'patch', ref, version: 3, patches: [], filler: 'x'.repeat(10_000_000) }],
  twice: ({ ref }) => [
    { type: 'patch', ref, version: 2, patches: [{ to: '#out', text: 'first' }] },
    { type: 'patch', source: 'broadcast', version: 3, patches: [{ to: '#side', text: 'second' }] },
  ],
}

const CALLS: Record<string, (response: ServerResponse, body: string) => void> = {
  ok: (response) => json(response, 200, { result: [1, 2] }),
  echo: (response, body) => json(response, 200, { result: body.length }),
  limited: (response) => json(response, 429, { error: 'rate_limited', message: 'Too many' }),
  page: (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  binary: (response) =>
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.alloc(5)),
  never: () => undefined,
  cut: (response) => response.destroy(),
}

function json(response: ServerResponse, status: number, value: unknown) {
  response
    .writeHead(status, { 'content-type': 'application/json', 'server-timing': 'db;dur=1, app;dur=12.5' })
    .end(JSON.stringify(value))
}

export async function startLabServer(): Promise<LabServer> {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => void answer(request, response, pages))
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => {
    const greets = request.url !== '/plain/'
    if (greets) socket.send(JSON.stringify({ type: 'connect', session_id: 's1' }))
    else socket.send('hello')
    socket.on('message', (data, binary) => {
      if (binary) return
      if (!greets) return socket.send(String(data))
      const text = String(data)
      if (!text.startsWith('{')) return
      const event = JSON.parse(text) as Frame
      if (event['event'] === 'bye') return socket.close(4403, 'no')
      for (const frame of ANSWERS[String(event['event'])]?.(event) ?? []) socket.send(JSON.stringify(frame))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, pages: Map<string, string>) {
  const path = new URL(request.url ?? '/', 'http://x').pathname
  const stream = /\/sse\/[^/]+\/$/.test(path) || path === '/stream/'
  if (request.method === 'GET' && stream) {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(`data: ${JSON.stringify({ type: 'sse_connect', session_id: 's2' })}\n\n`)
    return
  }
  if (request.method === 'GET') {
    const html = pages.get(path)
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    return response.end(html ?? '')
  }
  let body = ''
  for await (const chunk of request) body += chunk
  const fn = /\/([^/]+)\/$/.exec(path)?.[1] ?? ''
  if (request.headers['x-djust-event']) return json(response, 200, { patches: [{ to: '#out' }], version: 4 })
  if (fn === 'message') return json(response, 200, { ok: true })
  const call = CALLS[fn]
  return call ? call(response, body) : json(response, 200, { method: request.method, body })
}
