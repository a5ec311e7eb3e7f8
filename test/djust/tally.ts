/** Counts the other way round: is everything that went over the wire in exactly one exchange, whole and in order? */
import type { Exchange } from '../../src/core/exchange.ts'
import { documentsOf, factsOf, type Log, rowsOf } from '../../src/core/log.ts'
import type { Body, Fact, FactOf } from '../../src/protocol/facts.ts'
import type { Captured } from './capture-proxy.ts'
import { isSameText } from './same-text.ts'

/** What one socket, stream or request carried, up and down each in order. */
interface Channel {
  over: Captured['over']
  /** On our side: how its page came to leave. */
  leaving?: Leaving
  /** On our side: it was asked for while so many others were under way that the browser had to let it wait. */
  isQueued?: boolean
  up: Message[]
  down: Message[]
}
interface Message {
  bytes: number
  /** What it says; of a binary frame, the hex digits. */
  text: string | undefined
  /** When it was handed over, epoch ms. */
  at: number
  /** On our side: the body the fact holds. */
  body?: Body
}

export interface Tally {
  /** Messages on the wire. */
  messages: number
  /** Messages that were handed over to a page which was leaving of its own accord, and which no page has heard. */
  unheard: number
  /** Messages and requests of a page that was leaving, which the browser never sent; what each says, but for its numbers. */
  unsent: string[]
  /** Names of rows that carry no message at all, one for each row; the runtime's own traffic left out. */
  bare: string[]
  /** Each a sentence; empty when all is well. */
  differences: string[]
}

/** When pages were made to leave, epoch ms: by the driver, and by asking for a document, be it the driver's doing or their own. */
export interface Departures {
  driver: readonly number[]
  documents: readonly number[]
}
const NONE: Departures = { driver: [], documents: [] }

/** From when on a page was leaving, epoch ms. The driver lets everything arrive before, so nothing that comes down is excused there. */
interface Leaving {
  at: number
  by: 'driver' | 'page'
}

/** From handing a message over until a busy page's `message` event, ms. */
const ON_THE_WAY = 250
/** From a page's decision to leave until the browser has asked for the next document, ms. From the decision on it hears nothing at all. */
const DECIDED = 5_000
/** What was handed over so long before the last thing that a page heard may still come after that on a busy machine, ms. */
const OVERTAKEN = 500

export function tally(captured: readonly Captured[], log: Log, departures: Departures = NONE): Tally {
  const seen = channelsInLog(log, departures)
  const stays = staysIn(log, departures)
  const left = new Map<string, Channel[]>()
  for (const channel of seen) left.set(shapeOf(channel), [...(left.get(shapeOf(channel)) ?? []), channel])
  const unmatched = [...channelsOnWire(captured).values()].filter((channel) => {
    const alike = left.get(shapeOf(channel)) ?? []
    const half = nearest(channel, alike)
    if (half) alike.splice(alike.indexOf(half), 1)
    return !half
  })
  const rest = [...left.values()].flat()
  const missing: Channel[] = []
  let unheard = 0
  const unsent: Message[] = []
  for (const channel of unmatched) {
    const [found] = rest.filter((each) => isSameUntilItLeft(channel, each)).sort(nearestTo(channel))
    const isUnheard = !found && isUnheardOf(channel, stays)
    if (found) rest.splice(rest.indexOf(found), 1)
    else if (!isUnheard) missing.push(channel)
    unheard += isUnheard ? channel.down.length : found ? channel.down.length - found.down.length : 0
    unsent.push(...(found?.up.slice(channel.up.length) ?? []))
  }
  const invented = rest.filter((channel) => !isNeverSent(channel))
  unsent.push(...rest.filter(isNeverSent).flatMap(({ up }) => up))
  return {
    messages: captured.length,
    unheard,
    unsent: unsent.map(({ text }) => (text ?? '').slice(0, 60).replaceAll(/\d+/g, '…')),
    bare: rowsOf(log).flatMap(({ kind, name, request, answers }) =>
      kind === 'system' || request || answers.length > 0 ? [] : [`${kind} ${name}`],
    ),
    differences: [
      ...missing.map(
        (channel) => `missing or altered: ${nameOf(channel)}; ${pageAt(beginOf(channel), stays)}`,
      ),
      ...invented.map((channel) => `invented or altered: ${nameOf(channel)}`),
      ...misplaced(seen, rowsOf(log)),
    ],
  }
}

/** But for messages at the end: what no page could hear that was leaving of its own accord, and what the browser did not send any more. */
function isSameUntilItLeft(wire: Channel, seen: Channel): boolean {
  const { leaving } = seen
  if (!leaving || wire.over !== seen.over) return false
  const since = ({ at }: Message) => at >= leaving.at - ON_THE_WAY
  const [unheard, unsent] = [wire.down.slice(seen.down.length), seen.up.slice(wire.up.length)]
  if (!unsent.every(since) || !unheard.every((message) => leaving.by === 'page' && since(message)))
    return false
  const heard = { ...wire, down: wire.down.slice(0, seen.down.length) }
  const sent = { ...seen, up: seen.up.slice(0, wire.up.length) }
  return shapeOf(heard) === shapeOf(sent) && isSameContent(heard, sent)
}

/** Nothing was said on it, and all that came did so after its page had decided to leave of its own accord: nobody knows of it. */
function isUnheardOf({ up, down }: Channel, stays: readonly Left[]): boolean {
  const isWithin = ({ leaving: { by, at }, to }: Left) =>
    by === 'page' && down.every((message) => message.at >= at - ON_THE_WAY && message.at <= to + ON_THE_WAY)
  return up.length === 0 && stays.some(isWithin)
}

/** Many look alike: the other half is the one that began at the same time. */
function nearestTo(channel: Channel): (one: Channel, other: Channel) => number {
  return (one, other) => distance(one, channel) - distance(other, channel)
}

const distance = (one: Channel, other: Channel) => Math.abs(beginOf(one) - beginOf(other))

/** Of those of the same shape. A flood has thousands, so that contents are compared last. */
function nearest(channel: Channel, alike: readonly Channel[]): Channel | undefined {
  let found: Channel | undefined
  for (const each of alike)
    if (!(found && distance(found, channel) <= distance(each, channel)) && isSameContent(channel, each))
      found = each
  return found
}

const beginOf = ({ up, down }: Channel) => (up[0] ?? down[0])?.at ?? 0

/** Which page was there then, for whoever asks why it did not hear or say it. */
function pageAt(at: number, stays: readonly Left[]): string {
  const [nearest] = stays.filter(({ from }) => from <= at).sort((one, other) => other.from - one.from)
  if (!nearest) return 'no page that has left was there yet'
  const { url, from, heard, to, leaving } = nearest
  const after = (moment: number) => `${Math.round(at - moment)} ms after`
  return `${after(from)} ${url} began, ${after(heard)} it last heard anything, ${after(leaving.at)} the ${leaving.by} made it leave, ${after(to)} it left`
}

/** A page asked while it was leaving, or so much that it had to wait, and the browser did not carry it out before the page was gone. */
const isNeverSent = ({ over, up: [asked], down, leaving, isQueued = false }: Channel) =>
  over === 'http' &&
  down.length === 0 &&
  !!asked &&
  !!leaving &&
  // The driver waits until nothing is queued any more.
  ((isQueued && leaving.by === 'page') || asked.at >= leaving.at - ON_THE_WAY)

/** Over HTTP/1.1 both browsers ask one server for so many things at a time. */
const AT_A_TIME = 6

function isQueuedAmong(requests: readonly Channel[], { up: [asked] }: Channel): boolean {
  const isUnderWay = ({ up: [other], down: [answer] }: Channel) =>
    !!asked && !!other && other.at < asked.at && !(answer && answer.at < asked.at)
  return requests.filter(isUnderWay).length >= AT_A_TIME
}

/** An EventSource that connects again is one and the same to its page. */
function channelsOnWire(captured: readonly Captured[]): Map<number | string, Channel> {
  const channels = new Map<number | string, Channel>()
  for (const { channel: number, over, way, bytes, text, hex, at, url } of captured) {
    const id = over === 'sse' ? url : number
    const channel = channels.get(id) ?? { over, up: [], down: [] }
    channels.set(id, channel)
    channel[way].push({ bytes, text: text ?? hex, at })
  }
  return channels
}

function channelsInLog(log: Log, departures: Departures): Channel[] {
  return documentsOf(log).flatMap(({ doc, origin, left }) => {
    const facts = factsOf(log, doc)
    const channels = channelsOf(facts, origin)
    const requests = channels.filter(({ over }) => over === 'http')
    for (const request of requests) request.isQueued = isQueuedAmong(requests, request)
    if (left === undefined) return channels
    const leaving = leavingOf(stayOf(facts, origin, left), departures)
    return channels.map((channel) => ({ ...channel, leaving }))
  })
}

/** A document that is gone: how and when it went. */
interface Left extends Stay {
  url: string
  leaving: Leaving
}

function staysIn(log: Log, departures: Departures): Left[] {
  return documentsOf(log).flatMap(({ doc, url, origin, left }) => {
    if (left === undefined) return []
    const stay = stayOf(factsOf(log, doc), origin, left)
    return [{ ...stay, url, leaving: leavingOf(stay, departures) }]
  })
}

const stayOf = (facts: readonly Fact[], origin: number, left: number): Stay => ({
  from: origin + (facts[0]?.at ?? 0),
  heard: origin + lastHeard(facts),
  to: origin + left,
})

function lastHeard(facts: readonly Fact[]): number {
  return facts.findLast(({ type }) => type === 'frame-in' || type === 'response')?.at ?? 0
}

/** Epoch ms. `from`: since when the page ran, so that a document asked for later is not itself; `heard`: the last that it heard. */
interface Stay {
  from: number
  heard: number
  to: number
}

function leavingOf({ from, heard, to }: Stay, { driver, documents }: Departures): Leaving {
  const decided = (before: number) => Math.max(before - DECIDED, heard - OVERTAKEN)
  const within = (times: readonly number[]) => times.filter((at) => at > from && at <= to)
  const driven = within(driver).at(-1)
  // A page may be on its way to another when the driver makes it go.
  const asked = within(documents).findLast((at) => driven === undefined || at < driven)
  if (asked !== undefined) return { at: decided(asked), by: 'page' }
  return driven === undefined ? { at: decided(to), by: 'page' } : { at: driven, by: 'driver' }
}

function channelsOf(facts: readonly Fact[], origin: number): Channel[] {
  const messageOf = (fact: Carrying) => messageIn(fact, origin + fact.at)
  const sockets = new Map<number, Channel>()
  const requests = new Map<number, Channel>()
  for (const fact of facts) {
    if (fact.type === 'connection-opened')
      sockets.set(fact.connection, { over: fact.transport, up: [], down: [] })
    if (fact.type === 'frame-out') sockets.get(fact.connection)?.up.push(messageOf(fact))
    if (fact.type === 'frame-in') sockets.get(fact.connection)?.down.push(messageOf(fact))
    if (fact.type === 'request') requests.set(fact.request, { over: 'http', up: [messageOf(fact)], down: [] })
    if (fact.type === 'response') requests.get(fact.request)?.down.push(messageOf(fact))
  }
  return [...sockets.values(), ...requests.values()].filter(({ up, down }) => up.length + down.length > 0)
}

type Carrying = FactOf<'frame-out'> | FactOf<'frame-in'> | FactOf<'request'> | FactOf<'response'>

function messageIn({ body }: Carrying, at: number): Message {
  return { bytes: body.bytes, text: body.encoding ? hexOf(body.text) : body.text, at, body }
}

const hexOf = (base64: string) => Buffer.from(base64, 'base64').toString('hex')

/** How many bytes went each way, in order: enough to find a channel's other half. */
function shapeOf({ over, up, down }: Channel): string {
  const sizes = (messages: Message[]) => messages.map(({ bytes }) => bytes).join(',')
  return `${over} ${sizes(up)} | ${sizes(down)}`
}

function isSameContent(wire: Channel, seen: Channel): boolean {
  return (['up', 'down'] as const).every((way) =>
    wire[way].every((sent, index) => isSame(sent, seen[way][index])),
  )
}

/** Of a binary frame the log keeps the beginning and the size. */
function isSame({ text }: Message, kept: Message | undefined): boolean {
  if (kept?.body?.encoding && kept.body.cut) return text?.startsWith(kept.text ?? '') ?? false
  return isSameText(text, kept?.text)
}

/** Bodies that stand in no exchange, or in several. */
function misplaced(channels: readonly Channel[], rows: readonly Exchange[]): string[] {
  const times = new Map<Body, number>()
  for (const { request, answers } of rows)
    for (const body of request ? [request, ...answers] : answers) times.set(body, (times.get(body) ?? 0) + 1)
  return channels.flatMap(({ up, down }) =>
    [...up, ...down].flatMap(({ body, text }) => {
      const count = body ? (times.get(body) ?? 0) : 0
      return count === 1 ? [] : [`in ${count} exchanges: ${text?.slice(0, 120)}`]
    }),
  )
}

function nameOf({ over, up, down, leaving }: Channel): string {
  const first = (up[0] ?? down[0])?.text?.slice(0, 120) ?? 'nothing'
  const last = Math.max(...[...up, ...down].map(({ at }) => at))
  const left = leaving ? `, its page made to leave by the ${leaving.by} at ${leaving.at.toFixed()}` : ''
  return `${over} channel with ${up.length} up, ${down.length} down until ${last.toFixed()}${left}, beginning ${first}`
}
