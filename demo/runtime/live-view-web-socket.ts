/** The page's socket: mounts, sends events, takes frames one at a time, and comes back when it is cut off. */

import type { ClientFrame, ServerFrame } from '../../src/protocol/wire.ts'
import { type Params, viewRoot } from './djust.ts'
import { announceFailure } from './failure.ts'
import { PendingRefs } from './pending-refs.ts'
import { holdBack, renderFrame, renderWhole, showHeld, throwHeldAway } from './render-frame.ts'
import { runScripts } from './run-scripts.ts'

/** ms. */
const PING_EVERY = 30_000
const FIRST_DELAY = 500
/** djust waits up to 30 s and gives up after 10 attempts; a demo on this machine is back as soon as somebody starts it. */
const LONGEST_DELAY = 5_000
/** Close codes after which trying again would only be refused again. */
const FINAL = new Set([4403])

type RenderingFrame = ServerFrame & { type: 'patch' | 'html_update' }

export class LiveViewWebSocket {
  ws: WebSocket | null = null
  viewMounted = false
  sessionId: string | null = null
  readonly stats = { sent: 0, received: 0, reconnections: 0 }
  #attempts = 0
  /** An error that names no event is told of the last one, as by the real client. */
  #lastEvent: string | undefined
  #queue: Promise<void> = Promise.resolve()
  readonly #refs = new PendingRefs()
  #settle = (): void => undefined
  #settled = this.#attempt()

  /** Resolves when the attempt under way has mounted the view or failed to. */
  get settled(): Promise<void> {
    return this.#settled
  }

  connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
    const ws = new WebSocket(`${scheme}//${location.host}/ws/live/`)
    this.ws = ws
    const ping = setInterval(() => this.sendMessage({ type: 'ping' }), PING_EVERY)
    ws.onmessage = ({ data }) => {
      const frame = readFrame(data)
      if (frame) void this.handleMessage(frame)
    }
    ws.onclose = ({ code }) => {
      clearInterval(ping)
      this.#closed(code)
    }
  }

  /** False when the event cannot go this way; otherwise a promise of the frame that answers it, or of null. */
  sendEvent(event: string, params: Params, _trigger?: Element | null): Promise<ServerFrame | null> | false {
    if (!this.viewMounted || this.ws?.readyState !== WebSocket.OPEN) return false
    const { ref, answered } = this.#refs.open(event)
    this.#lastEvent = event
    this.sendMessage({ type: 'event', event, params, ref })
    return answered
  }

  sendMessage(frame: ClientFrame): boolean {
    if (this.ws?.readyState !== WebSocket.OPEN) return false
    this.ws.send(JSON.stringify(frame))
    this.stats.sent += 1
    return true
  }

  /** Settles when this frame's work on the page is done; frames wait for one another. */
  handleMessage(frame: ServerFrame): Promise<void> {
    this.stats.received += 1
    this.#queue = this.#queue
      .then(() => this._handleMessageImpl(frame))
      .catch((problem) => console.error(problem))
    return this.#queue
  }

  async _handleMessageImpl(frame: ServerFrame): Promise<void> {
    switch (frame.type) {
      case 'connect':
        this.sessionId = frame.session_id
        return this.#mount()
      case 'mount':
        renderWhole(frame.version, frame.html)
        runScripts(viewRoot() ?? document.body)
        this.viewMounted = true
        this.#attempts = 0
        showConnected(true)
        return this.#settle()
      case 'patch':
      case 'html_update':
        return this.#render(frame)
      case 'html_recovery':
        return renderWhole(frame.version, frame.html)
      case 'noop':
        return this.#settleRef(frame.ref, frame)
      case 'error':
        console.error(`[djust] ${frame.error}`)
        announceFailure({ outcome: 'refused', error: frame.error, event: frame.event ?? this.#lastEvent })
        if (frame.recoverable === false) return location.reload()
        // A mount that was refused: nobody shall wait for it.
        if (!this.viewMounted) this.#settle()
        this.#refs.settleAll()
        return throwHeldAway()
      case 'rate_limit_exceeded':
        // As on the real client the event goes on waiting, and pushes behind it: djust-wire 2.5, client leaks.
        console.warn(`[djust] ${frame.message}`)
        return announceFailure({
          outcome: 'refused',
          error: frame.message,
          event: this.#refs.limitOldest(),
        })
      case 'push_event': {
        const { event, payload } = frame
        window.dispatchEvent(new CustomEvent('djust:push_event', { detail: { event, payload } }))
      }
    }
  }

  #attempt(): Promise<void> {
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  #mount(): void {
    const root = viewRoot()
    const view = root?.getAttribute('dj-view')
    if (!root || !view) return
    this.sendMessage({
      type: 'mount',
      view,
      // By its page load the server knows us again after a lost socket.
      params: { ...Object.fromEntries(new URLSearchParams(location.search)), _page: root.dataset['page'] },
      url: location.pathname,
      has_prerendered: root.childElementCount > 0,
      client_timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  }

  #render(frame: RenderingFrame): void {
    const isPush = frame.source !== undefined && frame.source !== 'event' && frame.ref === undefined
    if (isPush && !this.#refs.isEmpty) return void holdBack(frame)
    // As in djust, whoever waits for the answer hears of it before the page changes.
    this.#settleRef(frame.ref, frame)
    renderFrame(frame)
  }

  /** Pushes are held back while any event waits (djust-wire 2.5 rule 7). */
  #settleRef(ref: number | undefined, answer: ServerFrame): void {
    this.#refs.settle(ref, answer)
    if (this.#refs.isEmpty) showHeld()
  }

  #closed(code: number): void {
    this.viewMounted = false
    throwHeldAway()
    for (const event of this.#refs.settleAll())
      announceFailure({ outcome: 'unanswered', error: 'The connection was lost', event })
    this.#settle()
    showConnected(false)
    if (FINAL.has(code)) return
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.#attempts) * (0.5 + Math.random() / 2)
    this.#attempts += 1
    this.stats.reconnections += 1
    setTimeout(() => {
      this.#settled = this.#attempt()
      this.connect()
    }, delay)
  }
}

/** As on the real client, where style sheets look for it. */
function showConnected(connected: boolean): void {
  document.body.classList.toggle('dj-connected', connected)
  document.body.classList.toggle('dj-disconnected', !connected)
}

function readFrame(data: unknown): ServerFrame | null {
  try {
    return JSON.parse(String(data)) as ServerFrame
  } catch {
    console.error('[djust] the server sent what is not JSON')
    return null
  }
}
