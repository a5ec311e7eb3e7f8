/** Sorts the facts of a log into what a HAR file lists: requests with their answers, and connections with their messages. */
import type { Fact, FactOf } from '../../protocol/facts.ts'
import type { DocumentInfo, Exchange } from '../exchange.ts'
import { documentsOf, factsOf, type Log } from '../log.ts'
import { bodiesOf } from '../part-of.ts'

export type Message = FactOf<'frame-in'> | FactOf<'frame-out'>

export interface ConnectionEntry {
  type: 'connection'
  document: DocumentInfo
  /** When the first of it was seen, ms on the document's clock. */
  at: number
  connection: number
  transport: 'ws' | 'sse'
  opened?: FactOf<'connection-opened'>
  closed?: FactOf<'connection-closed'>
  /** In the order of the wire. */
  messages: Message[]
}

export interface RequestEntry {
  type: 'request'
  document: DocumentInfo
  at: number
  /** Absent when only the answer was seen. */
  request?: FactOf<'request'>
  answer?: FactOf<'response'> | FactOf<'request-failed'>
}

export type HarEntry = ConnectionEntry | RequestEntry

/** By the time each began. Every frame, request and response of the log, or of the shown rows alone, is in exactly one. */
export function entriesOf(log: Log, shown?: readonly Exchange[]): HarEntry[] {
  const all = documentsOf(log).flatMap((document) => entriesOfDocument(document, factsOf(log, document.doc)))
  const entries = shown ? all.flatMap(partShown(shown)) : all
  return entries.sort((a, b) => a.document.origin + a.at - (b.document.origin + b.at))
}

function partShown(shown: readonly Exchange[]): (entry: HarEntry) => HarEntry[] {
  const bodies = bodiesOf(shown)
  return (entry) => {
    if (entry.type === 'connection') {
      const messages = entry.messages.filter(({ body }) => bodies.has(body))
      return messages.length > 0 ? [{ ...entry, messages }] : []
    }
    const { request, answer } = entry
    const has = [request, answer].some((fact) => fact && 'body' in fact && bodies.has(fact.body))
    return has ? [entry] : []
  }
}

function entriesOfDocument(document: DocumentInfo, facts: readonly Fact[]): HarEntry[] {
  const entries: HarEntry[] = []
  const connections = new Map<number, ConnectionEntry>()
  const requests = new Map<number, RequestEntry>()
  const streams = streamsOf(facts)

  function connect({
    connection,
    at,
  }: Message | FactOf<'connection-opened' | 'connection-closed'>): ConnectionEntry {
    const transport = streams.has(connection) ? 'sse' : 'ws'
    const entry: ConnectionEntry = { type: 'connection', document, at, connection, transport, messages: [] }
    connections.set(connection, entry)
    entries.push(entry)
    return entry
  }

  function request(at: number, request: FactOf<'request'> | undefined): RequestEntry {
    const entry: RequestEntry = { type: 'request', document, at, ...(request ? { request } : {}) }
    entries.push(entry)
    return entry
  }

  for (const fact of facts) {
    switch (fact.type) {
      case 'connection-opened': {
        const entry = connect(fact)
        entry.opened = fact
        entry.transport = fact.transport
        break
      }
      case 'connection-closed': {
        const entry = connections.get(fact.connection) ?? connect(fact)
        entry.closed ??= fact
        break
      }
      case 'frame-in':
      case 'frame-out': {
        const entry = connections.get(fact.connection) ?? connect(fact)
        entry.messages.push(fact)
        break
      }
      case 'request':
        requests.set(fact.request, request(fact.at, fact))
        break
      case 'response':
      case 'request-failed': {
        const asked = requests.get(fact.request)
        const entry = asked && !asked.answer ? asked : request(fact.at, undefined)
        entry.answer = fact
        break
      }
    }
  }
  return entries
}

/** Of a connection whose opening was not seen, what was posted beside it tells that it is a stream. */
function streamsOf(facts: readonly Fact[]): Set<number> {
  const streams = new Set<number>()
  for (const fact of facts)
    if (fact.type === 'request' && fact.connection !== undefined) streams.add(fact.connection)
  return streams
}
