/** One socket or event stream: decides whether it is djust's, and turns what passes through it into facts. */

import { isEvent, readJson } from './classify.ts'
import { exec, ownValue, PristineWeakMap, stringOf, take, weakGet, weakSet } from './pristine.ts'
import {
  addEventListener,
  closeCode,
  closeReason,
  messageData,
  now,
  PristineURL,
  pathOf,
  trusting,
} from './pristine-dom.ts'
import { linksOf } from './running.ts'
import type { Site } from './site.ts'

const [readyStateOf] = take(EventSource, 'readyState')
const CLOSED = 2
const connecting = /^(?:sse_)?connect$/

export interface Connection {
  /** The page handed it a payload. */
  sent(data: unknown): void
  /** It is closed for good; said once, whoever notices first. */
  closed(code?: number, reason?: string): void
}

const connections = new PristineWeakMap<object, Connection>()
export const connectionOf = (target: object) => weakGet(connections, target)

/**
 * `paths`: those that say that it is djust's, and which session's, by which what is posted beside it is linked. Otherwise the
 * server's first frame decides (djust-wire 9, tolerance rules): the runtime sends nothing before (2.2).
 */
export function watchConnection(
  site: Site,
  transport: 'ws' | 'sse',
  target: EventTarget,
  url: string,
  paths: RegExp,
): Connection {
  const { report, redact, copy } = site
  const connection = site.nextConnection()
  const path = exec(paths, pathOf(new PristineURL(url)))
  let known: boolean | undefined = !!path || undefined
  let openedAt: number | undefined

  const announce = () =>
    report({ type: 'connection-opened', connection, transport, url: redact(url) }, openedAt)

  const listen = (type: string, hear: (event: Event) => void) =>
    addEventListener(target, type, trusting(hear))
  listen('open', () => {
    // An event stream opens again after every loss of the line; it stays the same connection.
    if (openedAt !== undefined) return
    openedAt = now()
    if (known) announce()
  })
  listen('message', (event) => {
    const data = messageData(event)
    if (known === undefined) {
      known = greets(data)
      if (known) announce()
    }
    if (!known) return
    const frame = report({ type: 'frame-in', connection, body: copy.copyOf(data, true, true) })
    if (frame !== undefined) site.arrivals.receive(frame)
  })

  site.renew()
  if (path?.[1]) site.sessions[path[1]] = connection
  const watched: Connection = {
    sent(data) {
      if (!known) return
      const links = linksOf(site.running, site.triggers, () => isEvent(data))
      report({ type: 'frame-out', connection, body: copy.copyOf(data, true), ...links })
    },
    closed(code, reason) {
      if (known)
        report({ type: 'connection-closed', connection, code, reason: redact(reason ?? '') || undefined })
      known = false
    },
  }
  // Only sockets have such an event, and only streams such a state.
  listen('close', (event) => watched.closed(closeCode(event), closeReason(event)))
  listen('error', () => readyStateOf(target) === CLOSED && watched.closed())
  weakSet(connections, target, watched)
  return watched
}

/** djust names the session first. */
function greets(data: unknown): boolean {
  const greeting = readJson(data)
  return (
    stringOf(ownValue(greeting, 'session_id')) !== undefined &&
    !!exec(connecting, stringOf(ownValue(greeting, 'type')) as string)
  )
}
