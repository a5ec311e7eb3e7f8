/** One socket or event stream: decides whether it is djust's, and turns what passes through it into facts. */
import type { Body } from '../../protocol/facts.ts'
import { type List, mapSet, newList, ownValue, parse, quietly } from './pristine.ts'
import { addEventListener, messageData, now, trusting } from './pristine-dom.ts'
import { type Links, linksOf } from './running.ts'
import type { Site } from './site.ts'

/** What may be sent before the first answer has decided; the rest is not kept. */
const HELD = 8
/** Code units: all that is held stays below 64 kB, and no greeting is longer. */
const HELD_TEXT = 8000

interface Sent {
  body: Body
  at: number
  links: Links
}

export interface Connection {
  /** The page handed it a payload. */
  sent(data: unknown): void
  /** It is closed for good; said once, whoever notices first. */
  closed(code?: number, reason?: string): void
}

interface Channel {
  transport: 'ws' | 'sse'
  target: EventTarget
  url: string
  /** The path says that it is djust's. Otherwise the server's greeting decides (djust-wire 9, tolerance rules). */
  known: boolean
  /** The id of an event stream in its path, by which what is posted beside it is linked. */
  session?: string | undefined
}

export function watchConnection(site: Site, channel: Channel): Connection {
  const { transport, target, session } = channel
  const { report, redact, copy } = site
  const connection = site.nextConnection()
  let { known } = channel
  let openedAt: number | undefined
  /** What was sent before the server's greeting; gone once that has come. */
  let held: List<Sent> | undefined = newList<Sent>()

  const announce = () =>
    report({ type: 'connection-opened', connection, transport, url: redact(channel.url) }, openedAt)
  const send = ({ body, at, links }: Sent) => report({ type: 'frame-out', connection, body, ...links }, at)

  /** The first frame of the server decides: djust greets, and names the session. */
  function greet(data: unknown) {
    const greeting =
      typeof data === 'string' && data.length < HELD_TEXT ? quietly(() => parse(data)) : undefined
    const type = ownValue(greeting, 'type')
    known =
      typeof ownValue(greeting, 'session_id') === 'string' && (type === 'connect' || type === 'sse_connect')
    if (known) announce()
    for (let i = 0; known && held && i < held.length; i++) send(held[i] as Sent)
    held = undefined
  }

  const listen = (type: string, hear: (event: Event) => void) =>
    addEventListener(target, type, trusting(hear))
  listen('open', () => {
    // An event stream opens again after every loss of the line; it stays the same connection.
    const again = openedAt !== undefined
    openedAt ??= now()
    if (known && !again) announce()
  })
  listen('message', (event) => {
    const data = messageData(event)
    if (!known && held) greet(data)
    if (!known) return
    const frame = report({ type: 'frame-in', connection, body: copy.payload(data) })
    if (frame !== undefined) site.arrivals.receive(frame)
  })

  site.renew()
  if (session) mapSet(site.sessions, session, connection)
  return {
    sent(data) {
      if (!known && (!held || held.length >= HELD)) return
      const sent = { body: copy.payload(data), at: now(), links: linksOf(site.running, site.triggers) }
      if (known) send(sent)
      else if (held && sent.body.text.length < HELD_TEXT) held[held.length] = sent
    },
    closed(code, reason) {
      if (known)
        report({ type: 'connection-closed', connection, code, reason: redact(reason ?? '') || undefined })
      known = false
      held = undefined
    },
  }
}
