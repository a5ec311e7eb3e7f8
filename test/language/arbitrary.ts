/** Any facts a page might report, likely and unlikely, in any order that its ids allow or do not allow. */
import fc from 'fast-check'
import type { Sighting } from '../../src/protocol/envelope.ts'
import type { Body, Fact, Report } from '../../src/protocol/facts.ts'
import { bodyOf } from './page.ts'

const id = fc.integer({ min: 1, max: 3 })
const name = fc.constantFrom('a', 'b', 'url_change')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Leaves out what is undefined, as a page would. */
function frame(type: fc.Arbitrary<string>): fc.Arbitrary<Record<string, unknown>> {
  const fields = {
    type,
    ref: maybe(id),
    event: maybe(name),
    event_name: maybe(name),
    source: maybe(fc.constantFrom('event', 'tick', 'broadcast', 'async')),
    patches: maybe(fc.array(fc.constantFrom({ type: 'SetText' }, { type: 'Odd' }, 7), { maxLength: 2 })),
    html: maybe(fc.constant('<p>')),
    async_pending: maybe(fc.boolean()),
    view: maybe(name),
    error: maybe(name),
    version: maybe(fc.integer({ min: 1, max: 4 })),
  }
  return fc.record(fields).map((record) => JSON.parse(JSON.stringify(record)))
}

const up = frame(fc.constantFrom('event', 'event', 'mount', 'url_change', 'ping', 'request_html', 'odd'))
const down = frame(
  fc.constantFrom(
    'patch',
    'patch',
    'noop',
    'html_update',
    'html_recovery',
    'embedded_update',
    'error',
    'rate_limit_exceeded',
    'mount',
    'pong',
    'odd',
  ),
)
const outline = fc.dictionary(fc.constantFrom('type', 'ref', 'patches'), fc.oneof(id, fc.constant('patch')))

function body(said: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Body> {
  return fc.oneof(
    { weight: 6, arbitrary: said.map(bodyOf) },
    { weight: 1, arbitrary: fc.oneof(fc.string(), fc.json()).map(bodyOf) },
    {
      weight: 1,
      arbitrary: fc.record({ text: fc.string(), bytes: fc.nat(), cut: fc.constant(true), outline }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ text: fc.string(), bytes: fc.nat(), encoding: fc.constant('base64') }),
    },
  )
}

const handled = fc.nat({ max: 30 })
const counts = {
  nodes: fc.nat(3),
  added: fc.nat(3),
  removed: fc.nat(3),
  attributes: fc.nat(3),
  text: fc.nat(3),
}

const kinds: fc.Arbitrary<Report>[] = [
  fc.record({ type: fc.constant('frame-out'), connection: id, body: body(up) }),
  fc.record({ type: fc.constant('frame-out'), connection: id, body: body(up), dispatch: id }),
  fc.record({ type: fc.constant('frame-in'), connection: id, body: body(down) }),
  fc.record({ type: fc.constant('frame-in'), connection: id, body: body(down) }),
  fc.record({
    type: fc.constant('request'),
    request: id,
    purpose: fc.constantFrom('call', 'api', 'event', 'message'),
    method: fc.constant('POST'),
    url: fc.webUrl(),
    connection: id,
    call: id,
    body: body(up),
  }),
  fc.record({
    type: fc.constant('response'),
    request: id,
    status: fc.constantFrom(200, 404, 429, 500),
    statusText: fc.constant(''),
    headers: fc.nat(),
    body: body(down),
  }),
  fc.record({
    type: fc.constant('request-failed'),
    request: id,
    reason: fc.constantFrom('network', 'abort'),
    message: fc.string(),
  }),
  fc.record({ type: fc.constant('call'), call: id, view: name, name }),
  fc.record({ type: fc.constant('call-settled'), call: id }),
  fc.record({ type: fc.constant('dispatch'), dispatch: id, by: fc.constant('handleEvent'), event: name }),
  fc.record({
    type: fc.constant('dispatch-settled'),
    dispatch: id,
    outcome: fc.constantFrom('settled', 'refused', 'rejected'),
  }),
  fc.record({ type: fc.constant('mutation'), frame: handled, ...counts }),
  fc.record({ type: fc.constant('frame-done'), frame: handled, by: fc.constantFrom('runtime', 'task') }),
  fc.record({
    type: fc.constant('marker'),
    frame: handled,
    marker: fc.constantFrom('apply-start', 'apply-end'),
  }),
  fc.record({ type: fc.constant('connection-closed'), connection: id, code: fc.nat(5000) }),
  fc.record({
    type: fc.constant('connection-opened'),
    connection: id,
    transport: fc.constantFrom('ws', 'sse'),
    url: fc.webUrl({ withQueryParameters: true }),
  }),
  fc.record({ type: fc.constant('leave'), kept: fc.boolean() }),
  fc.record({ type: fc.constant('lost'), from: handled, to: handled }),
  fc.record({ type: fc.constant('recording'), on: fc.boolean() }),
  fc.record({
    type: fc.constant('document'),
    url: fc.webUrl(),
    top: fc.boolean(),
    origin: fc.constantFrom(0, 5, 1_000),
  }),
]

/** One document's facts, in order; its clock never runs backwards. */
export function facts(maxLength = 40): fc.Arbitrary<Fact[]> {
  const steps = fc.array(fc.tuple(fc.oneof(...kinds), fc.nat(3)), { maxLength })
  return steps.map((reports) => {
    let at = 0
    return reports.map(([report, step], seq) => {
      at += step
      return { ...report, seq, at }
    })
  })
}

/** The facts of two documents, each in order, the one document after the other. */
export const sightings: fc.Arbitrary<Sighting[]> = fc
  .tuple(facts(), facts(15))
  .map(([top, inner]) => [
    ...top.map((fact) => ({ doc: 'top', frame: 0, fact })),
    ...inner.map((fact) => ({ doc: 'inner', frame: 4, fact })),
  ])

/** Cut into batches at any places. */
export function batches<T>(items: readonly T[]): fc.Arbitrary<T[][]> {
  return fc.array(fc.nat({ max: items.length }), { maxLength: 8 }).map((cuts) => {
    const places = [0, ...cuts.sort((a, b) => a - b), items.length]
    return places.slice(1).map((end, index) => items.slice(places[index], end))
  })
}
