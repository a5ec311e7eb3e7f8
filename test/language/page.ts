/** A page in a story: what it does and hears, told as verbs, becomes the facts its instrument would report. */

import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import type { Sighting } from '../../src/protocol/envelope.ts'
import type { Body, Fact, FactOf, Report, Trigger } from '../../src/protocol/facts.ts'
import { lineOf } from './line.ts'

/** A frame as an object, or its raw text when it is not one. */
type Said = Record<string, unknown> | string
type Settlement = FactOf<'call-settled'>['error']

export class Page {
  readonly facts: Fact[] = []
  readonly doc: string
  readonly frame: number
  #clock = 0
  #connection = 0
  #request = 0
  #call = 0
  #dispatch = 0
  /** The dispatch that is running, which every frame it sends carries. */
  #linked: number | undefined
  /** What the page is handling: the seq of the last frame or response. */
  #handling = 0
  #isHandling = true

  constructor(doc: string, frame: number, origin: number) {
    this.doc = doc
    this.frame = frame
    this.#report({ type: 'document', url: `http://127.0.0.1/${doc}`, top: frame === 0, origin })
  }

  /** The next fact happens at this time, ms; otherwise each comes 1 ms after the one before. */
  at(ms: number): this {
    this.#clock = ms
    return this
  }

  opens(transport: 'ws' | 'sse' = 'ws', url = 'ws://127.0.0.1/ws/live/'): this {
    this.#connection += 1
    return this.#report({ type: 'connection-opened', connection: this.#connection, transport, url })
  }
  closes(code?: number): this {
    return this.#report({
      type: 'connection-closed',
      connection: this.#connection,
      ...(code ? { code } : {}),
    })
  }
  /** Opens a socket and mounts a view over it. */
  live(view = 'demo.TagView'): this {
    this.opens().hears({ type: 'connect', session_id: 's1' })
    return this.sends({ type: 'mount', view }).hears({ type: 'mount', view, version: 1, html: '<p></p>' })
  }
  streams(view = 'demo.TagView'): this {
    return this.opens('sse', `http://127.0.0.1/djust/sse/u1/?view=${view}`)
  }

  sends(said: Said, trigger?: Trigger): this {
    return this.#report({
      type: 'frame-out',
      connection: this.#connection,
      body: bodyOf(said),
      ...this.#link(),
      ...(trigger ? { trigger } : {}),
    })
  }
  /** A binary frame. */
  sendsBytes(bytes: number[]): this {
    const body: Body = { text: btoa(String.fromCharCode(...bytes)), bytes: bytes.length, encoding: 'base64' }
    return this.#report({ type: 'frame-out', connection: this.#connection, body })
  }
  event(event: string, ref?: number): this {
    return this.sends({ type: 'event', event, params: {}, ...(ref === undefined ? {} : { ref }) })
  }
  hears(said: Said | Body): this {
    const body = isBody(said) ? said : bodyOf(said)
    return this.#handles({ type: 'frame-in', connection: this.#connection, body })
  }
  /** A patch frame with this many patches. */
  patch(count: number, fields: Record<string, unknown> = {}): this {
    return this.hears({ type: 'patch', patches: patches(count), version: 2, ...fields })
  }
  /** Posts a frame to the SSE session. */
  posts(said: Said): this {
    return this.#ask(
      { purpose: 'message', url: '/djust/sse/u1/message/', connection: this.#connection },
      said,
    )
  }

  /** A part of the runtime was seen. */
  has(name: string): this {
    return this.#report({ type: 'feature', name })
  }
  calls(name: string, params: Record<string, unknown> = {}, view = 'issues.new', trigger?: Trigger): this {
    return this.enters(name, view, trigger).#ask(
      { purpose: 'call', url: `/djust/api/call/${view}/${name}/`, call: this.#call },
      { params },
    )
  }
  /** Enters `djust.call` and sends nothing. */
  enters(name: string, view = 'issues.new', trigger?: Trigger): this {
    this.#call += 1
    return this.#report({ type: 'call', call: this.#call, view, name, ...(trigger ? { trigger } : {}) })
  }
  callsApi(name: string, view = 'issues.new'): this {
    return this.#ask({ purpose: 'api', url: `http://127.0.0.1/djust/api/${view}/${name}/?x=1` }, {})
  }
  fallsBack(event: string): this {
    return this.#ask({ purpose: 'event', url: '/', event, ...this.#link() }, {})
  }
  /** The response to the newest request, or to that one. */
  answers(status: number, said: Said, request = this.#request, headers = this.#clock): this {
    return this.#handles({
      type: 'response',
      request,
      status,
      statusText: status === 200 ? 'OK' : 'Error',
      headers,
      body: bodyOf(said),
    })
  }
  fails(reason: 'network' | 'abort'): this {
    return this.#report({
      type: 'request-failed',
      request: this.#request,
      reason,
      message: `it was ${reason}`,
    })
  }
  settles(error?: Settlement): this {
    return this.#report({ type: 'call-settled', call: this.#call, ...(error ? { error } : {}) })
  }

  /** The shaker held what was just sent (`out`, ms), or will hold its answer (`back`, until so long after it was asked for). */
  shaken(way: 'out' | 'back', ms: number, number = 1, seed = 7): this {
    return this.#report({ type: 'shaken', way, seed, number, ms })
  }
  /** The page is given the answer that was held back, of the shaken fact of this seq. */
  handsOver(of: number): this {
    return this.#report({ type: 'handed-over', of })
  }
  /** The seq of the last fact. */
  get seq(): number {
    return this.facts.at(-1)?.seq ?? 0
  }

  /** Enters the runtime's dispatch; what is sent until the next one carries its number. */
  dispatches(event: string, trigger?: Trigger, by: FactOf<'dispatch'>['by'] = 'handleEvent'): this {
    this.#dispatch += 1
    this.#linked = this.#dispatch
    return this.#report({
      type: 'dispatch',
      dispatch: this.#dispatch,
      by,
      event,
      ...(trigger ? { trigger } : {}),
    })
  }
  /** The runtime goes on after a promise: what it sends now carries no dispatch's number. */
  later(): this {
    this.#linked = undefined
    return this
  }
  dispatchSettles(outcome: 'settled' | 'refused' | 'rejected'): this {
    return this.#report({ type: 'dispatch-settled', dispatch: this.#dispatch, outcome })
  }

  /** So many nodes changed while the last frame was handled. */
  dom(nodes: number): this {
    const counts = { nodes, added: nodes, removed: 0, attributes: 0, text: 0 }
    return this.#report({ type: 'mutation', frame: this.#handling, ...counts })
  }
  marks(marker: FactOf<'marker'>['marker'], trigger?: Trigger): this {
    return this.#report({
      type: 'marker',
      marker,
      ...(this.#isHandling ? { frame: this.#handling } : {}),
      ...(trigger ? { trigger } : {}),
    })
  }
  done(by: 'runtime' | 'task' = 'runtime'): this {
    return this.#report({ type: 'frame-done', frame: this.#handling, by })
  }
  /** What was measured of the person's place; nothing when everything stayed. */
  harms(parts: Partial<FactOf<'collateral'>> = {}): this {
    return this.#report({ type: 'collateral', frame: this.#handling, ...parts })
  }
  /** The page's own script changed so many nodes of a view, and elsewhere, while it handled the last answer to a call. */
  draws(inside: number, outside = 0): this {
    return this.#report({ type: 'drawn', frame: this.#handling, inside, outside })
  }
  /** What is used next has attributes that nobody reads. */
  ignores(element: string, ...attributes: string[]): this {
    return this.#report({ type: 'ignored', element, attributes })
  }
  paints(): this {
    return this.#report({ type: 'painted', frame: this.#handling })
  }

  /** What follows happens while no frame is being handled. */
  elsewhere(): this {
    this.#isHandling = false
    return this
  }
  leaves(kept = false): this {
    return this.#report({ type: 'leave', kept })
  }
  records(on: boolean): this {
    return this.#report({ type: 'recording', on })
  }
  /** The ring dropped that many facts before anyone read them. */
  loses(count: number): this {
    const from = (this.facts.at(-1)?.seq ?? -1) + 1
    const to = from + count - 1
    this.facts.push({ type: 'lost', seq: to, at: this.#clock, from, to })
    return this
  }

  get sightings(): Sighting[] {
    return this.facts.map((fact) => ({ doc: this.doc, frame: this.frame, fact }))
  }
  get log(): Log {
    return fold(createLog(), this.sightings)
  }
  get rows(): readonly Exchange[] {
    return rowsOf(this.log)
  }
  /** What a person sees at first: everything but system rows, a line each. */
  get lines(): string[] {
    return this.rows.filter((row) => row.kind !== 'system').map(lineOf)
  }
  get systemLines(): string[] {
    return this.rows.filter((row) => row.kind === 'system').map(lineOf)
  }
  /** The only row of that name. */
  row(name: string): Exchange {
    const named = this.rows.filter((row) => row.name === name)
    const [row] = named
    if (named.length !== 1 || !row) throw new Error(`${named.length} rows are named ${name}`)
    return row
  }

  #ask(request: Partial<FactOf<'request'>> & Pick<FactOf<'request'>, 'purpose' | 'url'>, said: Said): this {
    this.#request += 1
    const body = bodyOf(said)
    return this.#report({ type: 'request', method: 'POST', ...request, request: this.#request, body })
  }
  #handles(report: Report): this {
    this.#report(report)
    this.#handling = this.facts.at(-1)?.seq ?? 0
    this.#isHandling = true
    return this
  }
  #link(): { dispatch?: number } {
    return this.#linked === undefined ? {} : { dispatch: this.#linked }
  }
  #report(report: Report): this {
    this.facts.push({ ...report, seq: (this.facts.at(-1)?.seq ?? -1) + 1, at: this.#clock })
    this.#clock += 1
    return this
  }
}

export function page(doc = 'page', { frame = 0, origin = 1_000_000 } = {}): Page {
  return new Page(doc, frame, origin)
}

export function patches(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({ type: 'SetText', path: [index], text: 'x' }))
}

export function bodyOf(said: Said): Body {
  const text = typeof said === 'string' ? said : JSON.stringify(said)
  return { text, bytes: text.length }
}

function isBody(said: Said | Body): said is Body {
  return typeof said === 'object' && 'bytes' in said
}
