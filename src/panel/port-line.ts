/** The panel's line over a runtime port that may die at any time: it is opened again at once, and given up with the extension. */
import type { Line } from '../protocol/line.ts'
import type { Port } from '../protocol/port.ts'
import type { PanelHears, PanelSays } from '../protocol/switchboard.ts'

export interface PortLineDeps {
  /** Opens a port. Throws, or gives nothing, when the extension is gone. */
  connect(): Port | undefined
  /** A fresh port is open; the worker behind it may know nothing. */
  onConnect(): void
  onGone(): void
  /** Runs work once after `ms`. */
  later(work: () => void, ms: number): void
}

/** Ms before each further attempt when a port dies without having said anything; the last is repeated. */
const DELAYS = [0, 50, 200, 500, 1000] as const

export function createPortLine(deps: PortLineDeps, stop: AbortSignal): Line<PanelSays, PanelHears> {
  const hearers = new Set<(message: PanelHears) => void>()
  let port: Port | undefined
  let failures = 0

  function open(): void {
    if (stop.aborted) return
    try {
      port = deps.connect()
    } catch {
      port = undefined
    }
    if (!port) {
      deps.onGone()
      return
    }
    const opened = port
    opened.onMessage.addListener((message) => {
      failures = 0
      for (const hear of hearers) hear(message as PanelHears)
    })
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return
      port = undefined
      const delay = DELAYS[Math.min(failures, DELAYS.length - 1)] ?? 0
      failures += 1
      if (delay === 0) open()
      else deps.later(open, delay)
    })
    deps.onConnect()
  }

  stop.addEventListener('abort', () => {
    const last = port
    port = undefined
    last?.disconnect()
  })

  return {
    post(message) {
      try {
        port?.postMessage(message)
      } catch {
        // It is told by onDisconnect, and the next port asks for everything again.
      }
    },
    listen(hear, signal) {
      const first = hearers.size === 0 && !port
      hearers.add(hear)
      signal.addEventListener('abort', () => hearers.delete(hear))
      // Nothing may arrive before there is somebody to hear it.
      if (first) open()
    },
  }
}
