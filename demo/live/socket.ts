/** Joins a WebSocket to a session: size and rate limits on the way in, ticks and broadcasts on the way out. */

import type { RawData, WebSocket } from 'ws'
import type { ServerFrame } from '../../src/protocol/wire.ts'
import { type RateLimit, RateLimiter } from './rate-limit.ts'
import { LiveSession, type SessionOptions } from './session.ts'
import type { Tab } from './visitor.ts'

/** Bytes (djust-wire 2.1). */
const MESSAGE_LIMIT = 65_536
/** djust-wire 2.1: every message counts, and the third warning is the last. */
export const MESSAGE_RATE: RateLimit = { rate: 100, burst: 20 }
const WARNINGS = 3
const TOO_MANY = 4429

/** Speaks first, then answers until the socket closes. */
export function serveSocket(
  socket: WebSocket,
  rate: RateLimit,
  options: Omit<SessionOptions, 'announce'>,
): void {
  const { visitor, now } = options
  const closed = new AbortController()
  const limiter = new RateLimiter()
  let warnings = 0
  let ticking: string | null = null

  const send = (frames: readonly ServerFrame[]) => {
    if (socket.readyState !== socket.OPEN) return
    for (const frame of frames) socket.send(JSON.stringify(frame))
  }
  const tab: Tab = {
    refresh: async () => send(await session.refresh()),
    reset: async () => send(await session.reset()),
  }
  const session = new LiveSession({ ...options, announce: () => visitor.announce(tab) })

  const startTicking = () => {
    const view = session.mounted?.view
    if (!view?.tick || ticking === view.name) return
    ticking = view.name
    const timer = setInterval(async () => send(await session.tick()), view.tick.every)
    closed.signal.addEventListener('abort', () => clearInterval(timer))
  }

  socket.on('message', async (data: RawData, isBinary: boolean) => {
    if (!limiter.take('message', rate, now())) {
      warnings += 1
      send([{ type: 'rate_limit_exceeded', message: 'Too many messages' }])
      if (warnings >= WARNINGS) socket.close(TOO_MANY, 'Rate limit exceeded')
      return
    }
    const text = data.toString()
    if (isBinary) return send([{ type: 'error', error: 'Binary messages are not supported' }])
    if (Buffer.byteLength(text) > MESSAGE_LIMIT) return send([{ type: 'error', error: 'Message too large' }])
    send(await session.receive(text))
    startTicking()
  })
  socket.on('close', () => {
    visitor.tabs.delete(tab)
    session.leave()
    closed.abort()
  })
  // A broken socket also closes, and that is where it is dealt with.
  socket.on('error', () => undefined)
  visitor.tabs.add(tab)
  send(session.open())
}
