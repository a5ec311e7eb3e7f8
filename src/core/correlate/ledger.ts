/** What is known so far of one document: rows in the making and who still waits. Mutated only while facts are folded in. */
import type { Body, FactOf } from '../../protocol/facts.ts'
import type { DomChange, Exchange, Kind, Moment, Transport } from '../exchange.ts'
import type { Awaits } from './catalog.ts'
import type { Head } from './head.ts'

/** Why an answer belongs to a row: by identity (`ref`, `request`, `upload`, `itself`), or by name or order only. */
export type Match = 'ref' | 'request' | 'upload' | 'itself' | 'name' | 'order'

/** One answer of a row, with what the page was seen doing while it handled it. */
export interface Answer {
  draft: Draft
  fact: FactOf<'frame-in'> | FactOf<'response'>
  head: Head
  match: Match
  /** What brought it, as far as was known then. */
  over: Transport
  /** What the runtime of this document is known to do. */
  runtime: Runtime
  /**
   * What became of it when it came while the runtime waited for a `ref` (djust-wire 2.5 rules 6 and 7); `doubtful` when nobody
   * saw whether it waited.
   */
  fate: 'held' | 'released' | 'thrown away' | 'gone' | 'doubtful' | undefined
  /** The row whose ref the runtime was waiting for when it held this back. */
  heldBehind: Draft | undefined
  /** The answer with which the runtime applied it. */
  releasedBy: Answer | undefined
  /** The pushes held back until now that the runtime applied together with this answer. */
  released: readonly Answer[]
  /** It was given to another row first, until a ref proved that wrong. */
  moved: boolean
  /** The version the runtime would have taken, when the frame has another; absent when it fits or cannot be told. */
  expected: number | undefined
  /** The page asked for the whole HTML because of it: it had refused the version, or a patch of it could not be applied. */
  recovers: 'refused' | 'broken' | undefined
  start: FactOf<'marker'> | undefined
  end: FactOf<'marker'> | undefined
  done: FactOf<'frame-done'> | undefined
  painted: FactOf<'painted'> | undefined
  collateral: FactOf<'collateral'> | undefined
  drawn: FactOf<'drawn'> | undefined
  /** The sum of the DOM changes seen, and when the last of them was. */
  dom: (DomChange & Moment) | undefined
}

export interface Runtime {
  /** Marks the beginning of applying patches, and the end of whatever it renders. */
  marksStart: boolean
  marksEnd: boolean
  /** Marks every render that succeeded, last of all (`extractColocatedHooks`). */
  marksRender: boolean
  /** Takes every frame into its own hands, and says when it is done with it. */
  adopts: boolean
}

/** Why nobody waits for an answer any more. An answer that comes all the same wins over it. */
export interface Ending {
  status: 'lost' | 'abandoned'
  says: string
  /** The seq of the error that made the runtime give up. */
  by?: number
  /** The browser cut it off while it unloaded the page: that, and no failure, is why there is no answer. */
  unloading?: true
}

/** A row in the making. Every field is always there: objects of one shape are what keeps a log of 100,000 rows small. */
export interface Draft {
  seq: number
  at: number
  kind: Kind
  via: 'server_function' | 'api' | undefined
  name: string
  view: string
  transport: Transport
  awaits: Awaits
  connection: Connection | undefined
  ref: number | undefined
  source: string | undefined
  call: FactOf<'call'> | undefined
  callSettled: FactOf<'call-settled'> | undefined
  dispatch: FactOf<'dispatch'> | undefined
  dispatchSettled: FactOf<'dispatch-settled'> | undefined
  /** What went out: a frame or a request. */
  out: FactOf<'frame-out'> | FactOf<'request'> | undefined
  failed: FactOf<'request-failed'> | undefined
  closed: FactOf<'connection-closed'> | undefined
  /** The HTTP answer to a frame posted to an SSE session; the real answer comes on the stream. */
  receipt: FactOf<'response'> | undefined
  /** What the shaker did to it, and when it let its answer go. */
  shaken: FactOf<'shaken'> | undefined
  handed: FactOf<'handed-over'> | undefined
  answers: readonly Answer[]
  ending: Ending | undefined
  /** Facts that may have held its answer were never seen. */
  gap: boolean
  stale: boolean
  /** The runtime was seen to go on although it should still wait for this one's ref. */
  settled: boolean
  /** The page had put a function of its own in place of `djust.call`. */
  replaced: boolean
  /** The same went out shortly before (ms): `atOnce` when so shortly that no person can have meant both. */
  twin: { first: Draft; before: number; atOnce: boolean } | undefined
  /** Rows that have this one for their twin. */
  copies: readonly Draft[]
  /** The mark with which the client had applied what it had cached, for this dispatch and without sending it. */
  local: FactOf<'marker'> | undefined
  /** Why what it says could not be read. */
  unreadable: NonNullable<Head['unreadable']> | undefined
  /** Frame types and patch operations that this reader does not know. */
  strange: readonly string[]
  /** Attributes of its element that the runtime does not read. */
  ignored: readonly string[] | undefined
  /** The row as it was last shown. */
  exchange: Exchange | undefined
}

export interface Connection {
  transport: 'ws' | 'sse'
  /** The view of the newest mount. */
  view: string
  /** Rows whose answer has not come, oldest first: the server answers one connection in order. */
  waiting: Set<Draft>
  byRef: Map<number, Draft>
  /** By id: the frame that asked for it, and the newest that carried some of it. */
  uploads: Map<string, { registered?: Draft; newest: Draft }>
  /** Dispatches with async work pending, oldest first. */
  async: Set<Draft>
  /** Its answers say when async work is pending; before 1.2 they do not. */
  flagsAsync: boolean
  /** By name: the dispatch that was answered last. */
  answered: Map<string, Draft>
  /** The refs the runtime itself still waits for; it forgets fewer than are answered (djust-wire 2.5, client leaks). */
  pendingRefs: Set<number>
  /** The newest frame of a type this reader does not know; it awaits nothing, and may still be refused by name. */
  strange: Draft | undefined
  /** Facts were lost, so the runtime may wait for refs that nobody saw. */
  doubtful: boolean
  /** Its noops say whom they answer, so one that does not answers nobody. */
  namesNoops: boolean
  /** The event without a ref that a noop without a name was last taken to answer. */
  guessed: Draft | undefined
  /** Pushes the runtime holds back meanwhile; all of them wait behind the same ref. */
  held: Answer[]
  /** The version of the last frame that the runtime checks; undefined when it cannot be told. */
  version: number | undefined
  /** Frames whose version is checked, which the page may yet be seen to refuse, oldest first. */
  unfinished: Answer[]
}

export interface Ledger {
  runtime: Runtime
  /** How many facts have been taken in; tells a log whether this ledger has moved on without it. */
  taken: number
  drafts: Draft[]
  dirty: Set<Draft>
  open: Set<Draft>
  connections: Map<number, Connection>
  calls: Map<number, Draft>
  dispatches: Map<number, Draft>
  requests: Map<number, Draft>
  /** The row whose frame or request went out last, and by the seq of that word those that the shaker touched. */
  lastOut: Draft | undefined
  shaken: Map<number, Draft>
  /** Dispatches that no socket took, by name: the runtime posts the same event over HTTP next (djust-wire 3.2). */
  refused: Map<string, Draft>
  /** By the seq of the frame or response, which is how markers name what the page was handling. */
  answers: Map<number, Answer>
  /** Of calls by view and name: the birth of the newest that was answered. */
  newestAnswered: Map<string, number>
  /** Of calls and dispatches by kind, view and name: the newest that was sent. */
  newest: Map<string, Draft>
  /** When the beginning and the end of an apply without a frame were last marked, ms, and the views of the handlers whose answers the client caches. */
  local: {
    started: number | undefined
    applied: number | undefined
    cached: Map<string, string>
    response: Answer | undefined
    /** When an answer over HTTP was refused that we have not read yet, ms. */
    refused: number | undefined
    early: readonly FactOf<'marker'>[]
  }
  /** Rows that lost their connection or request lately, with the time it happened; see `unloading.ts`. */
  cutOff: { draft: Draft; at: number }[]
  /** When a page began to go, and how long it may take to leave, ms; nothing if it has done something since. */
  going: { at: number; within: number } | undefined
  /** What was used last that has attributes which nobody reads. */
  ignored: FactOf<'ignored'> | undefined
  about: {
    url?: string
    top?: boolean
    origin?: number
    left?: number
    returns?: readonly number[]
    features: string[]
  }
  missing: { from: number; to: number }[]
}

export function createLedger(): Ledger {
  return {
    runtime: { marksStart: false, marksEnd: false, marksRender: false, adopts: false },
    taken: 0,
    drafts: [],
    dirty: new Set(),
    open: new Set(),
    connections: new Map(),
    calls: new Map(),
    dispatches: new Map(),
    requests: new Map(),
    lastOut: undefined,
    shaken: new Map(),
    refused: new Map(),
    answers: new Map(),
    newestAnswered: new Map(),
    newest: new Map(),
    local: {
      started: undefined,
      applied: undefined,
      cached: new Map(),
      response: undefined,
      refused: undefined,
      early: [],
    },
    cutOff: [],
    going: undefined,
    ignored: undefined,
    about: { features: [] },
    missing: [],
  }
}

const NO_ANSWERS: readonly Answer[] = []
const NO_DRAFTS: readonly Draft[] = []
const NOTHING_STRANGE: readonly string[] = []

type Born = Partial<Draft> & Pick<Draft, 'kind' | 'name' | 'transport'>

/** A new row, born of this fact. It is open until it is answered, ended, or known to await nothing. */
export function bear(ledger: Ledger, fact: Moment, born: Born): Draft {
  const draft: Draft = {
    seq: fact.seq,
    at: fact.at,
    kind: born.kind,
    via: born.via,
    name: born.name,
    view: born.view ?? '',
    transport: born.transport,
    awaits: born.awaits ?? 'nothing',
    connection: born.connection,
    ref: born.ref,
    source: born.source,
    call: born.call,
    callSettled: undefined,
    dispatch: born.dispatch,
    dispatchSettled: undefined,
    out: born.out,
    failed: undefined,
    closed: born.closed,
    receipt: undefined,
    shaken: undefined,
    handed: undefined,
    answers: NO_ANSWERS,
    ending: undefined,
    gap: false,
    stale: false,
    settled: false,
    replaced: ledger.about.features.includes('djust.call replaced'),
    twin: undefined,
    copies: NO_DRAFTS,
    local: undefined,
    unreadable: born.unreadable,
    strange: NOTHING_STRANGE,
    ignored: undefined,
    exchange: undefined,
  }
  ledger.drafts.push(draft)
  ledger.dirty.add(draft)
  if (draft.awaits !== 'nothing') ledger.open.add(draft)
  return draft
}

export function bodyOf(draft: Draft): Body | undefined {
  return draft.out?.body ?? draft.dispatch?.params
}

/** Of the seam nearest to whoever asked: the runtime's own frames lie between that and the wire. */
export function stackOf({ call, dispatch, out }: Draft): string | undefined {
  return call?.stack ?? dispatch?.stack ?? out?.stack
}
