/** What one row of the log is: an exchange between page and server, with its verdict. Types only. */
import type { Body, FactOf, Trigger } from '../protocol/facts.ts'

export type Kind = 'call' | 'dispatch' | 'push' | 'navigation' | 'system'
export type Transport = 'http' | 'ws' | 'sse' | 'none'
export type Status = 'pending' | 'ok' | 'error' | 'limited' | 'lost' | 'abandoned'

/** What the page did because of an exchange (design section 3). */
export type Render =
  | 'none'
  | 'empty'
  | 'patched'
  | 'replaced'
  | 'direct'
  | 'local'
  | 'dropped'
  | 'pending'
  | 'unknown'

export type Flag = 'wasted' | 'contradicted' | 'stale' | 'held'

/** A fault of the runtime that can be seen from outside; see `faults/`. */
export interface Fault {
  id:
    | 'sent-twice'
    | 'ref-unsettled'
    | 'held-behind'
    | 'thrown-away'
    | 'navigate-ignored'
    | 'dispatch-missing'
    | 'push-lost'
    | 'call-replaced'
  says: string
}

/** One reason for a verdict, as a sentence a person can check; `for` supports it, `against` speaks against it. */
export interface Evidence {
  weight: 'for' | 'against'
  says: string
}

export interface Verdict {
  render: Render
  /** Proved by `ref` or request identity, or inferred by order and name. */
  certainty: 'proved' | 'inferred'
  /** In the order in which a person would ask. Never empty. */
  evidence: Evidence[]
  flags: Flag[]
}

/** What changed in the DOM while the answer was applied, counted by the page. */
export interface DomChange {
  nodes: number
  added: number
  removed: number
  attributes: number
  text: number
  where?: string
}

/** What became of focus, caret, composition, typed text and scroll (see the fact). A part that is absent stayed as it was. */
export type Collateral = Omit<FactOf<'collateral'>, 'type' | 'seq' | 'at' | 'frame'>

/** How many nodes the page's own script changed while it handled the answer to a call (see the fact). */
export interface Drawn {
  inside: number
  outside: number
  where?: string
}

/** When each thing happened, ms on the document's clock. What was not observed is absent, never guessed. */
export interface Times {
  /** The runtime was asked (`djust.call` or a dispatch entered). */
  queued?: number
  sent?: number
  /** The headers of an answer over HTTP came. The page may read its body sooner than we do, never sooner than that. */
  answering?: number
  received?: number
  /** The shaker gave the answer, which it had held back, to the page. */
  handed?: number
  /** The page began to apply the answer; later than `received` when the client held it back. */
  applying?: number
  applied?: number
  painted?: number
  /** What the server says it spent, ms (a duration, not a moment). */
  server?: number
}

/** What the shaker did to an exchange, the `number`th of its kind and name that it touched. */
export interface Shaken {
  seed: number
  number: number
  /** Before it was sent, or after its answer had come. */
  way: 'out' | 'back'
  /** How long it held it up, ms; undefined while it holds it. */
  held: number | undefined
  /** Not before so many ms after it was asked for, by the seed. */
  due: number
}

/** A point on the document's own line of facts: `seq` orders, `at` (ms) measures. */
export interface Moment {
  seq: number
  at: number
}

export interface Failure {
  message: string
  /** djust's typed error code, `http_error`, or absent. */
  code?: string
  details?: unknown
}

export interface Exchange {
  /** `<doc>/<seq of the fact that gave birth to it>`: stable across replays. */
  id: string
  doc: string
  frame: number
  /** The seq of the fact that gave birth to it; orders the rows of one document. */
  seq: number
  /** When it began, ms on the document's clock. */
  at: number
  kind: Kind
  via?: 'server_function' | 'api'
  name: string
  /** The live view or api slug; empty when the wire did not say. */
  view: string
  transport: Transport
  status: Status
  /** What the Status column reads: `200`, `ok`, `rate limited`, `(pending)`. */
  statusText: string
  failure?: Failure
  trigger?: Trigger
  /** The synchronous stack where it was asked for, as the engine writes it; absent while stacks are switched off. */
  stack?: string
  ref?: number
  /** Who made the server speak, in the frame's own word: `tick`, `broadcast`, `async`, `hotreload`. */
  source?: string
  /** Frame types and patch operations of the answer that this reader does not know; shown as such. */
  unknown?: string[]
  request?: Body
  /** Every answer that belongs to it, oldest first (an async dispatch has two phases). */
  answers: Body[]
  /** Patches in the answers, counted on the wire. */
  patches: number
  dom?: DomChange
  /** Absent when nobody measured it. */
  collateral?: Collateral
  /** Of calls; absent when nobody looked. */
  drawn?: Drawn
  /** Attributes of what was used that the runtime does not read, by name. */
  ignored?: readonly string[]
  times: Times
  /** The times of every answer after the first: the second phase of an async dispatch. */
  later?: Times[]
  /** When its last answer came. */
  answered?: Moment
  /** When each re-render because of it was finished, or received where the finish was not observed. */
  renders?: Moment[]
  /** Bytes on the wire, up and down. */
  sent: number
  received: number
  verdict: Verdict
  faults?: Fault[]
  shaken?: Shaken
}

/** What is known of a document besides its rows. */
export interface DocumentInfo {
  doc: string
  frame: number
  url: string
  top: boolean
  /** Epoch ms of the document's clock origin. */
  origin: number
  features: string[]
  /** Facts known to have been dropped before anyone read them. */
  lost: number
  /** Set once the page has gone. */
  left?: number
  /** When it came back from the back/forward cache, ms on its clock, oldest first; absent when it never did. */
  returns?: readonly number[]
}
