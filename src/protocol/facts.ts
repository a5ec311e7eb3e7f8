/**
 * What a page reports: small, time-stamped facts, never conclusions. Correlation and verdicts are core's job.
 *
 * The schemas are for the doors (panel, CLI); the page world imports the types only, which vanish when built.
 */
import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/**
 * Milliseconds on the clock of the fact's own document (`performance.now()`); add the document's `origin` for wall time.
 * JSON has no Infinity, but 1e999 is read as one.
 */
const ms = v.pipe(v.number(), v.finite())

/**
 * A payload as it was serialised for the wire: already redacted, already cut to the cap.
 * `bytes` is its true size on the wire. `cut` says that `text` is only the beginning; then `outline` holds the top-level
 * scalars of the JSON object, and the lengths of its arrays under their keys, so that correlation does not depend on the cap.
 */
const body = v.object({
  text: v.string(),
  bytes: count,
  cut: v.exactOptional(v.literal(true)),
  outline: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))),
  /** `base64` for binary frames. */
  encoding: v.exactOptional(v.literal('base64')),
  /** How many secrets were replaced by placeholders. */
  redacted: v.exactOptional(count),
})

/** Who asked: an element and the user's event on it. `same-task` is certain; `recent` is the last user event within a second. */
const trigger = v.object({
  element: v.string(),
  event: v.string(),
  certainty: v.picklist(['same-task', 'recent', 'runtime']),
})

/** Code units into a field, start and end; equal for a caret. */
const range = v.tuple([count, count])

const stamp = { seq: count, at: ms }
/** Reserved from the start; filled when stacks are switched on. */
const cause = { trigger: v.exactOptional(trigger), stack: v.exactOptional(v.string()) }

export const factSchema = v.variant('type', [
  /** The document began. `origin` is `performance.timeOrigin`, epoch ms. */
  v.object({ ...stamp, type: v.literal('document'), url: v.string(), top: v.boolean(), origin: ms }),
  /** A part of the runtime was seen, for example `djust.call`. */
  v.object({ ...stamp, type: v.literal('feature'), name: v.string() }),
  /** `pagehide`; `kept` when the page may come back from the back/forward cache. */
  v.object({ ...stamp, type: v.literal('leave'), kept: v.boolean() }),
  v.object({ ...stamp, type: v.literal('return') }),
  v.object({
    ...stamp,
    type: v.literal('connection-opened'),
    connection: count,
    transport: v.picklist(['ws', 'sse']),
    url: v.string(),
  }),
  v.object({
    ...stamp,
    type: v.literal('connection-closed'),
    connection: count,
    code: v.exactOptional(v.number()),
    reason: v.exactOptional(v.string()),
  }),
  /** A frame the page handed to the socket; `dispatch` links it to the runtime's own call when one was running. */
  v.object({
    ...stamp,
    ...cause,
    type: v.literal('frame-out'),
    connection: count,
    body,
    dispatch: v.exactOptional(count),
  }),
  v.object({ ...stamp, type: v.literal('frame-in'), connection: count, body }),
  /** A djust request over HTTP. `event` is the `X-Djust-Event` header; `connection` the SSE session it belongs to. */
  v.object({
    ...stamp,
    ...cause,
    type: v.literal('request'),
    request: count,
    purpose: v.picklist(['call', 'api', 'event', 'message']),
    method: v.string(),
    url: v.string(),
    event: v.exactOptional(v.string()),
    connection: v.exactOptional(count),
    call: v.exactOptional(count),
    dispatch: v.exactOptional(count),
    body,
  }),
  /** The body of an answer has arrived in full. `headers` is when its headers came; `server` the `app` (or first) Server-Timing, ms. */
  v.object({
    ...stamp,
    type: v.literal('response'),
    request: count,
    status: count,
    statusText: v.string(),
    headers: ms,
    server: v.exactOptional(ms),
    body,
  }),
  v.object({
    ...stamp,
    type: v.literal('request-failed'),
    request: count,
    reason: v.picklist(['network', 'abort']),
    message: v.string(),
  }),
  /** `djust.call` was entered. A call refused before it reaches the network has no request, only a settlement. */
  v.object({ ...stamp, ...cause, type: v.literal('call'), call: count, view: v.string(), name: v.string() }),
  v.object({
    ...stamp,
    type: v.literal('call-settled'),
    call: count,
    error: v.exactOptional(
      v.object({
        message: v.string(),
        code: v.exactOptional(v.string()),
        status: v.exactOptional(v.number()),
      }),
    ),
  }),
  /**
   * The runtime was asked to dispatch: `by` says through which seam; `event` is empty where nobody could see what was asked,
   * because `djust.dispatch` is no function or a hook's `pushEvent` found no socket. `params` is a bounded copy where no wire
   * carries them.
   */
  v.object({
    ...stamp,
    ...cause,
    type: v.literal('dispatch'),
    dispatch: count,
    by: v.picklist(['dispatch', 'handleEvent', 'sendEvent', 'pushEvent']),
    event: v.string(),
    params: v.exactOptional(body),
  }),
  v.object({
    ...stamp,
    type: v.literal('dispatch-settled'),
    dispatch: count,
    outcome: v.picklist(['settled', 'refused', 'rejected']),
    message: v.exactOptional(v.string()),
  }),
  /** A render marker of the runtime fired; `frame` is the seq of the frame-in or response being handled, when one was. */
  v.object({
    ...stamp,
    type: v.literal('marker'),
    marker: v.picklist(['apply-start', 'apply-end', 'render-end']),
    frame: v.exactOptional(count),
    trigger: v.exactOptional(trigger),
  }),
  /** The page has finished with an incoming frame; `by` says how we know. */
  v.object({ ...stamp, type: v.literal('frame-done'), frame: count, by: v.picklist(['runtime', 'task']) }),
  /** DOM evidence: what changed under the view roots while `frame` was handled. `nodes` counts distinct nodes touched. */
  v.object({
    ...stamp,
    type: v.literal('mutation'),
    frame: v.exactOptional(count),
    nodes: count,
    added: count,
    removed: count,
    attributes: count,
    text: count,
    where: v.exactOptional(v.string()),
  }),
  /**
   * What a re-render did to the person's place in the page, measured before and after `frame`; a part that is absent stayed as it
   * was. Elements are described as in a trigger, values are never said: `from` and `to` of `typed` are lengths in code units.
   * `meddled`: the person did something meanwhile, so that it may be their own doing.
   */
  v.object({
    ...stamp,
    type: v.literal('collateral'),
    frame: count,
    focus: v.exactOptional(v.object({ from: v.string(), to: v.exactOptional(v.string()) })),
    caret: v.exactOptional(v.object({ element: v.string(), from: range, to: range })),
    composition: v.exactOptional(v.string()),
    typed: v.exactOptional(
      v.array(
        v.object({
          element: v.string(),
          from: v.exactOptional(count),
          to: v.exactOptional(count),
          gone: v.exactOptional(v.literal(true)),
        }),
      ),
    ),
    /** px, to the right and down. */
    scrolled: v.exactOptional(
      v.array(
        v.object({
          element: v.string(),
          x: v.number(),
          y: v.number(),
          gone: v.exactOptional(v.literal(true)),
        }),
      ),
    ),
    meddled: v.exactOptional(v.literal(true)),
  }),
  /**
   * What the page's own script changed in the DOM while it handled the response of this seq to a call: nodes `inside` of what a view
   * renders, and nodes elsewhere, which is also what `dj-update="ignore"` leaves alone.
   */
  v.object({
    ...stamp,
    type: v.literal('drawn'),
    frame: count,
    inside: count,
    outside: count,
    where: v.exactOptional(v.string()),
  }),
  /** A person used this element, and it or what is around it has attributes that look like parameters and are read by nobody. */
  v.object({ ...stamp, type: v.literal('ignored'), element: v.string(), attributes: v.array(v.string()) }),
  /** The first animation frame after a frame's DOM work has been produced. */
  v.object({ ...stamp, type: v.literal('painted'), frame: count }),
  /**
   * The shaker touched the frame-out or request that is the fact right before this one, the `number`th of its kind and name.
   * `out`: it was held for `ms` before it went. `back`: its answer is given to the page no sooner than `ms` after it was asked for.
   */
  v.object({
    ...stamp,
    type: v.literal('shaken'),
    way: v.picklist(['out', 'back']),
    seed: count,
    number: count,
    ms,
  }),
  /** The page was given the answer that the shaker had held back; `of` is the seq of the shaken fact. */
  v.object({ ...stamp, type: v.literal('handed-over'), of: count }),
  /** The ring overflowed: facts from `from` to `to` were dropped unread. */
  v.object({ ...stamp, type: v.literal('lost'), from: count, to: count }),
  v.object({ ...stamp, type: v.literal('recording'), on: v.boolean() }),
])

export type Fact = v.InferOutput<typeof factSchema>
export type FactType = Fact['type']
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>
export type Body = v.InferOutput<typeof body>
export type Trigger = v.InferOutput<typeof trigger>

type Unstamped<F> = F extends Fact ? Omit<F, 'seq' | 'at'> : never
/** A fact before the outbox has stamped it. */
export type Report = Unstamped<Fact>
