/** The row of a frame that answers none: the server spoke first, or what it answers was never seen. */
import type { FactOf } from '../../protocol/facts.ts'
import { serverFrame } from './catalog.ts'
import type { Head } from './head.ts'
import { bear, type Connection, type Draft, type Ledger } from './ledger.ts'

export function unasked(ledger: Ledger, fact: FactOf<'frame-in'>, connection: Connection, head: Head): Draft {
  const base = { view: head.view ?? connection.view, transport: connection.transport, connection }
  if (head.unreadable) {
    const name = head.unreadable === 'binary' ? 'binary frame' : 'unreadable frame'
    return bear(ledger, fact, { ...base, kind: 'system', name, unreadable: head.unreadable })
  }
  const repliesToUnseen = typeof head.ref === 'number' || head.source === 'event'
  const kind = repliesToUnseen ? 'dispatch' : (serverFrame(head.type)?.kind ?? 'push')
  return bear(ledger, fact, {
    ...base,
    kind,
    name: nameOf(head),
    ...(head.source === undefined ? {} : { source: head.source }),
    ...(typeof head.ref === 'number' ? { ref: head.ref } : {}),
  })
}

function nameOf(head: Head): string {
  if (head.type === 'stream' || head.type === 'navigation') return head.label ?? head.type
  if (head.type === 'error') return head.event || head.type
  return head.event || head.source || head.type || 'untyped frame'
}
