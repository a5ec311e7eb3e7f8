/** One socket or event stream: decides whether it is djust's, and turns what passes through it into facts. */

import { isEvent, readJson } from './classify.ts'
import { ownValue, PristineWeakMap, weakGet, weakSet } from './pristine.ts'
import { addEventListener, messageData, now, trusting } from './pristine-dom.ts'
import { linksOf } from './running.ts'
import type { Site } from './site.ts'

export interface Connection {
  /** The page handed it a payload. */
  sent(data: unknown): void
  /** It is closed for good; said once, whoever notices first. */
  closed(code?: number, reason?: string): void
}

const connections = new PristineWeakMap<object, Connection>()
export const connectionOf = (target: object) => weakGet(connections, target)

/**
 * `says`: its path says that it is djust's. Otherwise the server's first frame decides (djust-wire 9, tolerance rules): the
 * runtime sends nothing before (2.2). `session`: the id of an event stream in its path, by which what is posted beside it is linked.
 */
export function watchConnection(
  site: Site,
  transport: 'ws' | 'sse',
  target: EventTarget,
  url: string,
  says: boolean,
  session?: string,
): Connection {
  const { report, redact, copy } = site
  const connection = site.nextConnection()
  let known: boolean | undefined = says || undefined
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
  if (session) site.sessions[session] = connection
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
  weakSet(connections, target, watched)
  return watched
}

/** djust names the session first. */
function greets(data: unknown): boolean {
  const greeting = readJson(data)
  const type = ownValue(greeting, 'type')
  return (
    typeof ownValue(greeting, 'session_id') === 'string' && (type === 'connect' || type === 'sse_connect')
  )
}
