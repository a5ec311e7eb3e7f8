/** Frames of the server: each answers a row by the rules of djust-wire 2.5, or makes one of its own. */
import type { FactOf } from '../../protocol/facts.ts'
import { answer } from './answering.ts'
import { serverFrame } from './catalog.ts'
import { connectionOf } from './connections.ts'
import { readHead } from './head.ts'
import type { Ledger } from './ledger.ts'
import { ownerOf } from './owner.ts'
import { retractBareNoop, retractInferred } from './retract.ts'
import { followRuntime } from './runtime.ts'
import { unasked } from './unasked.ts'
import { noticeTold } from './unloading.ts'
import { followVersion } from './versions.ts'

export function takeFrameIn(ledger: Ledger, fact: FactOf<'frame-in'>): void {
  const connection = connectionOf(ledger, fact.connection)
  const head = readHead(fact.body)
  noticeTold(ledger, head, fact.at)
  if (head.type === 'sse_connect') connection.transport = 'sse'
  if (head.type === 'noop' && head.event !== undefined) connection.namesNoops = true
  const owner = head.unreadable
    ? undefined
    : (ownerOf(connection, head) ?? retractBareNoop(ledger, connection, head))
  if (head.type === 'mount') connection.view = head.view ?? owner?.draft.view ?? connection.view
  if (owner?.match === 'ref') retractInferred(ledger, connection, owner.draft)
  const draft = owner?.draft ?? unasked(ledger, fact, connection, head)
  const given = answer(ledger, draft, fact, head, owner?.match ?? 'itself')
  if (!serverFrame(head.type) && !head.unreadable)
    draft.strange = [...draft.strange, head.type || 'a frame without a type']
  if (head.type === 'noop' && owner?.match === 'order') connection.guessed = draft
  if (!head.unreadable) followVersion(connection, given)
  if (connection.transport === 'ws' && !head.unreadable) followRuntime(ledger, connection, given, owner)
}
