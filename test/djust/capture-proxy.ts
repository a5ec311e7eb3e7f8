/** Stands between browser and server and writes down every djust message of both, byte for byte, without touching one. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { readEvents } from './event-stream.ts'

/** One message as it went over the wire. `bytes` counts its payload, without framing; `text` is absent for binary frames. */
export interface Captured {
  way: 'up' | 'down'
  over: 'ws' | 'sse' | 'http'
  /** Which socket, stream or request of this proxy, counted from 1; messages of one keep their order. */
  channel: number
  bytes: number
  text?: string
  url: string
}

export interface CaptureProxy {
  /** `http://127.0.0.1:<port>` */
  url: string
  captured: readonly Captured[]
  close(): Promise<void>
}

/** `target` is the server's origin, `http://127.0.0.1:<port>`. */
export async function startCaptureProxy(target: string): Promise<CaptureProxy> {
  const captured: Captured[] = []
  let channels = 0
  const server = createServer((from, to) => {
    passRequest(target, from, to, ++channels, captured)
  })
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 64 << 20 })
  server.on('upgrade', (from: IncomingMessage, socket: Duplex, head: Buffer) => {
    passSocket(sockets, target, { from, socket, head }, ++channels, captured)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    captured,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Pages and scripts pass as well, but only djust's own requests are written down. */
function passRequest(
  target: string,
  from: IncomingMessage,
  to: ServerResponse,
  channel: number,
  captured: Captured[],
): void {
  const url = from.url ?? '/'
  const ours = /^\/djust\/|\/djust\/(?:api|sse)\//.test(url) || from.headers['x-djust-event'] !== undefined
  const onward = forward(`${target}${url}`, {
    method: from.method ?? 'GET',
    // The origin check compares with Host, and a compressed answer would have another length.
    headers: { ...from.headers, 'accept-encoding': 'identity' },
  })
  onward.on('error', () => to.destroy())
  to.on('close', () => onward.destroy())
  const sent = gather(from)
  from.pipe(onward)
  onward.on('response', (answer) => {
    const isStream = answer.headers['content-type']?.startsWith('text/event-stream') ?? false
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
    if (!ours) return
    if (isStream)
      return readEvents(answer, (text) => captured.push(textMessage('down', 'sse', channel, text, url)))
    const received = gather(answer)
    answer.on('end', () => {
      captured.push(textMessage('up', 'http', channel, String(Buffer.concat(sent)), url))
      captured.push(textMessage('down', 'http', channel, String(Buffer.concat(received)), url))
    })
  })
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
  captured: Captured[],
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
      pass(page, onward, 'up', channel, url, captured)
      pass(onward, page, 'down', channel, url, captured)
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
  captured: Captured[],
): void {
  from.on('message', (data: RawData, isBinary: boolean) => {
    const bytes = data as Buffer
    captured.push(
      isBinary
        ? { way, over: 'ws', channel, bytes: bytes.length, url }
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
): Captured {
  return { way, over, channel, text, bytes: Buffer.byteLength(text), url }
}
