/** Sockets and SSE streams: which there are, and what their end means for whoever still waits. */
import type { FactOf } from '../../protocol/facts.ts'
import { queryValue } from './address.ts'
import { bear, type Connection, type Ledger } from './ledger.ts'
import { emptyHeld } from './runtime.ts'
import { cutOff, noticeGoing, noticeStaying } from './unloading.ts'

/** The connection, or a blank one when its opening was never seen. */
export function connectionOf(ledger: Ledger, id: number, transport: 'ws' | 'sse' = 'ws'): Connection {
  const known = ledger.connections.get(id)
  if (known) return known
  const connection: Connection = {
    transport,
    view: '',
    waiting: new Set(),
    byRef: new Map(),
    uploads: new Map(),
    async: new Set(),
    flagsAsync: false,
    answered: new Map(),
    pendingRefs: new Set(),
    doubtful: false,
    namesNoops: false,
    guessed: undefined,
    held: [],
    strange: undefined,
    version: undefined,
    unfinished: [],
  }
  ledger.connections.set(id, connection)
  return connection
}

export function takeConnectionOpened(ledger: Ledger, fact: FactOf<'connection-opened'>): void {
  noticeStaying(ledger)
  const connection = connectionOf(ledger, fact.connection, fact.transport)
  connection.transport = fact.transport
  // An SSE stream names its view in the address; a socket names it in its mount frame.
  connection.view ||= queryValue(fact.url, 'view') ?? ''
}

/** The end is a row of its own: without it, nobody sees why the others are lost. */
export function takeConnectionClosed(ledger: Ledger, fact: FactOf<'connection-closed'>): void {
  noticeGoing(ledger, fact)
  const connection = connectionOf(ledger, fact.connection)
  for (const draft of connection.waiting) {
    draft.ending ??= { status: 'lost', says: 'The connection closed before an answer came.' }
    ledger.open.delete(draft)
    ledger.dirty.add(draft)
    cutOff(ledger, draft, fact.at)
  }
  connection.waiting.clear()
  connection.async.clear()
  connection.pendingRefs.clear()
  connection.doubtful = false
  emptyHeld(ledger, connection, 'gone')
  bear(ledger, fact, {
    kind: 'system',
    name: 'close',
    view: connection.view,
    transport: connection.transport,
    closed: fact,
  })
}
