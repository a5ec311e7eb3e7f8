/** Counts the other way round: is everything that went over the wire in exactly one exchange, whole and in order? */
import type { Exchange } from '../../src/core/exchange.ts'
import { documentsOf, factsOf, type Log, rowsOf } from '../../src/core/log.ts'
import type { Body, Fact, FactOf } from '../../src/protocol/facts.ts'
import type { Captured } from './capture-proxy.ts'
import { isSameText } from './same-text.ts'

/** What one socket, stream or request carried, up and down each in order. */
interface Channel {
  over: Captured['over']
  /** On our side: when its page left, epoch ms. */
  left?: number
  up: Message[]
  down: Message[]
}
interface Message {
  bytes: number
  /** What it says; of a binary frame, the hex digits. */
  text: string | undefined
  /** On the wire: when it was handed over, epoch ms. */
  at?: number
  /** On our side: the body the fact holds. */
  body?: Body
}

export interface Tally {
  /** Messages on the wire. */
  messages: number
  /** Messages that were handed over to a page which was leaving, and which no page has heard. */
  unheard: number
  /** Each a sentence; empty when all is well. */
  differences: string[]
}

/** From handing a message over until a busy page's `message` event, ms. */
const ON_THE_WAY = 250

export function tally(captured: readonly Captured[], log: Log): Tally {
  const differences: string[] = []
  const wire = [...channelsOnWire(captured).values()]
  const seen = channelsInLog(log)
  const left = new Map<string, Channel[]>()
  for (const channel of seen) left.set(shapeOf(channel), [...(left.get(shapeOf(channel)) ?? []), channel])
  const unmatched: Channel[] = []
  for (const channel of wire) {
    const alike = left.get(shapeOf(channel)) ?? []
    const at = alike.findIndex((each) => isSameContent(channel, each))
    if (at >= 0) alike.splice(at, 1)
    else unmatched.push(channel)
  }
  let unheard = 0
  for (const channel of unmatched) {
    const heard = [...left.values()].flat().find((each) => isHeardUntilItLeft(channel, each))
    if (heard) {
      unheard += channel.down.length - heard.down.length
      left.set(shapeOf(heard), without(left.get(shapeOf(heard)) ?? [], heard))
    } else differences.push(`missing or altered: ${nameOf(channel)}`)
  }
  for (const channels of left.values())
    for (const channel of channels) differences.push(`invented or altered: ${nameOf(channel)}`)
  return {
    messages: captured.length,
    unheard,
    differences: [...differences, ...misplaced(seen, rowsOf(log))],
  }
}

/** What no page could hear: messages at the end, handed over while the page was leaving. */
function isHeardUntilItLeft(wire: Channel, seen: Channel): boolean {
  const { left = Number.POSITIVE_INFINITY } = seen
  const [heard, rest] = [wire.down.slice(0, seen.down.length), wire.down.slice(seen.down.length)]
  return (
    wire.over === seen.over &&
    shapeOf({ ...wire, down: heard }) === shapeOf(seen) &&
    isSameContent({ ...wire, down: heard }, seen) &&
    rest.every(({ at = 0 }) => at >= left - ON_THE_WAY)
  )
}

const without = <T>(items: readonly T[], item: T) => items.filter((each) => each !== item)

function channelsOnWire(captured: readonly Captured[]): Map<number, Channel> {
  const channels = new Map<number, Channel>()
  for (const { channel: id, over, way, bytes, text, hex, at } of captured) {
    const channel = channels.get(id) ?? { over, up: [], down: [] }
    channels.set(id, channel)
    channel[way].push({ bytes, text: text ?? hex, at })
  }
  return channels
}

function channelsInLog(log: Log): Channel[] {
  return documentsOf(log).flatMap(({ doc, origin, left }) =>
    channelsOf(factsOf(log, doc)).map((channel) =>
      left === undefined ? channel : { ...channel, left: origin + left },
    ),
  )
}

function channelsOf(facts: readonly Fact[]): Channel[] {
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

function messageOf({
  body,
}: FactOf<'frame-out'> | FactOf<'frame-in'> | FactOf<'request'> | FactOf<'response'>): Message {
  return { bytes: body.bytes, text: body.encoding ? hexOf(body.text) : body.text, body }
}

const hexOf = (base64: string) => Buffer.from(base64, 'base64').toString('hex')

/** How many bytes went each way, in order: enough to find a channel's other half. */
function shapeOf({ over, up, down }: Channel): string {
  const sizes = (messages: Message[]) => messages.map(({ bytes }) => bytes).join(',')
  return `${over} ${sizes(up)} | ${sizes(down)}`
}

function isSameContent(wire: Channel, seen: Channel): boolean {
  return (['up', 'down'] as const).every((way) =>
    wire[way].every(({ text }, index) => isSameText(text, seen[way][index]?.text)),
  )
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

function nameOf({ over, up, down }: Channel): string {
  const first = (up[0] ?? down[0])?.text?.slice(0, 120) ?? 'nothing'
  return `${over} channel with ${up.length} up, ${down.length} down, beginning ${first}`
}
