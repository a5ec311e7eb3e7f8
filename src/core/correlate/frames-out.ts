/** Frames of the page: each is born as a row, or joins the row its dispatch began. */
import type { FactOf } from '../../protocol/facts.ts'
import { clientFrame } from './catalog.ts'
import { connectionOf } from './connections.ts'
import { dispatchFor } from './dispatches.ts'
import { type Head, readHead } from './head.ts'
import { noticeIgnored } from './ignored.ts'
import { bear, type Connection, type Draft, type Ledger } from './ledger.ts'
import { noticeCached } from './local.ts'
import { noticeTwin } from './twins.ts'
import { noticeStaying } from './unloading.ts'
import { readUploadHeader } from './upload-header.ts'
import { takeRecoveryAsked } from './versions.ts'

export function takeFrameOut(ledger: Ledger, fact: FactOf<'frame-out'>): void {
  noticeStaying(ledger)
  ask(ledger, fact, connectionOf(ledger, fact.connection))
}

/** Over SSE the same frames are posted to the stream's session. */
export function takeMessage(ledger: Ledger, fact: FactOf<'request'>): void {
  const connection = fact.connection === undefined ? undefined : connectionOf(ledger, fact.connection, 'sse')
  ledger.requests.set(fact.request, ask(ledger, fact, connection))
}

function ask(
  ledger: Ledger,
  fact: FactOf<'frame-out'> | FactOf<'request'>,
  connection: Connection | undefined,
): Draft {
  const head = readHead(fact.body)
  if (head.unreadable) return askUnread(ledger, fact, connection, head.unreadable)
  const known = clientFrame(typeOf(head))
  const isEvent = known?.awaits === 'event'
  const sse = fact.type === 'request'
  const draft =
    (isEvent ? dispatchFor(ledger, fact.dispatch, head.event ?? '') : undefined) ??
    bear(ledger, fact, { kind: 'system', name: '', transport: 'none' })
  draft.out = fact
  ledger.lastOut = draft
  draft.kind = known?.kind ?? 'system'
  draft.name = isEvent ? (head.event ?? '') : head.type
  draft.transport = sse ? 'sse' : 'ws'
  draft.view = head.view ?? connection?.view ?? ''
  // A stream mounts by itself and the mount posted to it is ignored (djust-wire 3.1), so only the receipt answers.
  draft.awaits = sse && !isEvent && head.type === 'mount' ? 'response' : (known?.awaits ?? 'nothing')
  if (!known) {
    draft.strange = [head.type || 'a frame without a type']
    if (connection) connection.strange = draft
  }
  if (connection) draft.connection = connection
  if (typeof head.ref === 'number') draft.ref = head.ref
  if (fact.dispatch !== undefined && isEvent && !ledger.dispatches.has(fact.dispatch))
    ledger.dispatches.set(fact.dispatch, draft)
  ledger.dirty.add(draft)
  noticeTwin(ledger, draft)
  noticeIgnored(ledger, draft)
  noticeCached(ledger, draft, head)
  if (draft.awaits !== 'nothing') ledger.open.add(draft)
  if (connection) wait(draft, head, connection)
  if (connection && draft.awaits === 'html_recovery') takeRecoveryAsked(ledger, connection, fact.at)
  return draft
}

/** Older releases post `{event, params, ref}` without a type. */
function typeOf(head: Head): string {
  return head.type === '' && head.event !== undefined ? 'event' : head.type
}

function wait(draft: Draft, head: Head, connection: Connection): void {
  if (draft.awaits !== 'nothing' && draft.awaits !== 'response') connection.waiting.add(draft)
  if (draft.awaits === 'event' && draft.ref !== undefined) {
    connection.byRef.set(draft.ref, draft)
    connection.pendingRefs.add(draft.ref)
  }
  if (draft.awaits === 'upload' && typeof head.ref === 'string')
    connection.uploads.set(head.ref, { registered: draft, newest: draft })
}

/** What cannot be read still is a row, with its raw text. */
function askUnread(
  ledger: Ledger,
  fact: FactOf<'frame-out'> | FactOf<'request'>,
  connection: Connection | undefined,
  unreadable: NonNullable<Head['unreadable']>,
): Draft {
  const upload = unreadable === 'binary' ? readUploadHeader(fact.body.text) : undefined
  const draft = bear(ledger, fact, {
    kind: 'system',
    name: upload?.name ?? (unreadable === 'binary' ? 'binary frame' : 'unreadable frame'),
    view: connection?.view ?? '',
    transport: fact.type === 'request' ? 'sse' : 'ws',
    out: fact,
    ...(connection ? { connection } : {}),
    ...(upload ? {} : { unreadable }),
  })
  if (upload) connection?.uploads.set(upload.ref, { ...connection.uploads.get(upload.ref), newest: draft })
  return draft
}
