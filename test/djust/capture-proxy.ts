/** Stands between browser and server and writes down every djust message of both, byte for byte, without touching one. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { readEvents } from './event-stream.ts'

/** One message as it went over the wire. `bytes` counts its payload, without framing; `text` is absent for binary frames, which have `hex`. */
export interface Captured {
  way: 'up' | 'down'
  over: 'ws' | 'sse' | 'http'
  /** Which socket, stream or request of this proxy, counted from 1; messages of one keep their order. */
  channel: number
  bytes: number
  text?: string
  hex?: string
  url: string
  /** When it was handed over, epoch ms. */
  at: number
}

/** Any request that came, djust's own or not, in the order in which they came. */
export interface Requested {
  /** As in `Captured`; an upgrade is one, too. */
  channel: number
  method: string
  url: string
  /** When it came, epoch ms. */
  at: number
  /** A page that the browser goes to. */
  isDocument: boolean
  /** Absent until the answer begins. */
  status?: number
  /** The whole body, when it has been sent. */
  body: string
  /** The answer has ended, or there will be none. An event stream ends with its page. */
  isOver: boolean
  isStream: boolean
}

export interface CaptureProxy {
  /** `http://127.0.0.1:<port>` */
  url: string
  captured: readonly Captured[]
  requested: readonly Requested[]
  /** From now on nothing of djust's goes down to any page, nor is written down. */
  holdBack(): void
  /** What is opened from now on flows again. */
  letFlow(): void
  close(): Promise<void>
}

/** Answered by the proxy itself. A page that asks for it and has an answer has nothing left that waits to be sent: a browser asks in turn. */
export const LAST_IN_LINE = '/last-in-line'

/** `target` is the server's origin, `http://127.0.0.1:<port>`. */
export async function startCaptureProxy(target: string): Promise<CaptureProxy> {
  const captured: Captured[] = []
  const requested: Requested[] = []
  let channels = 0
  let held = 0
  const wire: Wire = {
    isHeld: (channel) => channel <= held,
    write: (message) => captured.push({ ...message, at: Date.now() }),
  }
  const server = createServer((from, to) => {
    if (from.url === LAST_IN_LINE) return void to.writeHead(204).end()
    passRequest(target, from, to, request(from, requested, ++channels), wire)
  })
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 64 << 20 })
  server.on('upgrade', (from: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asked = request(from, requested, ++channels)
    Object.assign(asked, { status: 101, isOver: true })
    passSocket(sockets, target, { from, socket, head }, asked.channel, wire)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    captured,
    requested,
    holdBack: () => {
      held = Number.POSITIVE_INFINITY
    },
    letFlow: () => {
      held = channels
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Where a channel writes down what it carries, and whether it may carry anything down. */
interface Wire {
  isHeld(channel: number): boolean
  write(message: Omit<Captured, 'at'>): void
}

function request(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  requested: Requested[],
  channel: number,
): Requested {
  const isDocument = headers['sec-fetch-dest'] === 'document'
  const at = Date.now()
  const asked: Requested = { channel, method, url, at, isDocument, body: '', isOver: false, isStream: false }
  requested.push(asked)
  return asked
}

/** Pages and scripts pass as well, but only djust's own requests are written down. */
function passRequest(
  target: string,
  from: IncomingMessage,
  to: ServerResponse,
  asked: Requested,
  wire: Wire,
): void {
  const { url, channel } = asked
  const ours = /^\/djust\/|\/djust\/(?:api|sse)\//.test(url) || from.headers['x-djust-event'] !== undefined
  const onward = forward(`${target}${url}`, {
    method: from.method ?? 'GET',
    // The origin check compares with Host, and a compressed answer would have another length.
    headers: { ...from.headers, 'accept-encoding': 'identity' },
  })
  onward.on('error', () => to.destroy())
  to.on('close', () => {
    asked.isOver = true
    onward.destroy()
  })
  const sent = gather(from)
  from.on('end', () => {
    asked.body = String(Buffer.concat(sent))
    if (ours && from.method !== 'GET') wire.write(textMessage('up', 'http', channel, asked.body, url))
  })
  from.pipe(onward)
  onward.on('response', (answer) => {
    const isStream = answer.headers['content-type']?.startsWith('text/event-stream') ?? false
    Object.assign(asked, { status: answer.statusCode, isStream })
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    if (isStream) return passStream(answer, to, { channel, url }, wire)
    const received = gather(answer)
    answer.on('end', () => {
      if (to.destroyed || (ours && wire.isHeld(channel))) return
      if (ours && from.method !== 'GET')
        wire.write(textMessage('down', 'http', channel, String(Buffer.concat(received)), url))
      to.end(Buffer.concat(received))
    })
  })
}

function passStream(
  answer: IncomingMessage,
  to: ServerResponse,
  { channel, url }: { channel: number; url: string },
  wire: Wire,
): void {
  const open = () => !wire.isHeld(channel) && !to.destroyed
  to.flushHeaders()
  answer.on('data', (chunk: Buffer) => open() && to.write(chunk))
  answer.on('end', () => to.end())
  readEvents(answer, (text) => open() && wire.write(textMessage('down', 'sse', channel, text, url)))
}

function gather(from: IncomingMessage): Buffer[] {
  const chunks: Buffer[] = []
  from.on('data', (chunk: Buffer) => chunks.push(chunk))
  return chunks
}

function passSocket(
  sockets: WebSocketServer,
  target: string,
  { from, socket, head }: { from: IncomingMessage; socket: Duplex; head: Buffer },
  channel: number,
  wire: Wire,
): void {
  const url = from.url ?? '/'
  const { host, origin, cookie } = from.headers
  const onward = new WebSocket(`${target.replace('http', 'ws')}${url}`, {
    perMessageDeflate: false,
    headers: { ...(host ? { host } : {}), ...(origin ? { origin } : {}), ...(cookie ? { cookie } : {}) },
  })
  onward.on('error', () => socket.destroy())
  onward.on('open', () =>
    sockets.handleUpgrade(from, socket, head, (page) => {
      pass(page, onward, 'up', channel, url, wire)
      pass(onward, page, 'down', channel, url, wire)
    }),
  )
}

/** What the server says before the page's end stands is kept by the stream until somebody listens. */
function pass(
  from: WebSocket,
  to: WebSocket,
  way: Captured['way'],
  channel: number,
  url: string,
  wire: Wire,
): void {
  from.on('message', (data: RawData, isBinary: boolean) => {
    const bytes = data as Buffer
    // Of what comes after the page has closed its end, no page will ever hear.
    if (way === 'down' && (wire.isHeld(channel) || to.readyState !== WebSocket.OPEN)) return
    wire.write(
      isBinary
        ? { way, over: 'ws', channel, bytes: bytes.length, hex: bytes.toString('hex'), url }
        : textMessage(way, 'ws', channel, String(bytes), url),
    )
    if (to.readyState === WebSocket.OPEN) to.send(bytes, { binary: isBinary })
  })
  from.on('close', (code, reason) => {
    // 1005 and 1006 say that no code was sent; they cannot be.
    if (code === 1006) to.terminate()
    else if (code === 1005) to.close()
    else to.close(code, reason)
  })
}

function textMessage(
  way: Captured['way'],
  over: Captured['over'],
  channel: number,
  text: string,
  url: string,
): Omit<Captured, 'at'> {
  return { way, over, channel, text, bytes: Buffer.byteLength(text), url }
}
