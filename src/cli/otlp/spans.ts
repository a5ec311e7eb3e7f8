/** An exchange as spans: one for the whole of it, and below it one for each of its phases that was seen. */
import { gestureOf } from '../../core/compare/group.ts'
import { gestureWords } from '../../core/compare/trigger-words.ts'
import type { Exchange, Kind, Times } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import { endOf, startOf } from '../../core/moments.ts'
import { phasesOf } from '../../core/timing.ts'
import { attributesOf } from './attributes.ts'
import { idsOf, partId } from './ids.ts'
import { errorTypeOf, methodOf, protocolOf } from './method.ts'
import type { KeyValue, Link, Span } from './otlp.ts'
import { unixNano } from './unix-nano.ts'

/** What is known of the page that a row is of. */
export interface Page {
  /** Epoch ms. */
  origin: number
  url: string
  session: string
}

const [INTERNAL, CLIENT, CONSUMER] = [1, 3, 5] as const

const KIND: Record<Kind, Span['kind']> = {
  call: CLIENT,
  dispatch: CLIENT,
  navigation: CLIENT,
  push: CONSUMER,
  system: INTERNAL,
}

/** The first is the exchange itself. Times are the page's own clock, set to the wall by its time origin. */
export function spansOf(row: Exchange, page: Page, links: readonly Link[]): [Span, ...Span[]] {
  const { origin } = page
  const start = startOf(row)
  const ids = idsOf(row.id, origin)
  const whole: Span = {
    ...ids,
    name: methodOf(row),
    kind: KIND[row.kind],
    startTimeUnixNano: unixNano(origin, start),
    // Not before it began, whatever the clock of the page did meanwhile.
    endTimeUnixNano: unixNano(origin, Math.max(start, endOf(row) ?? start)),
    attributes: exchangeAttributes(row, page),
    ...(links.length > 0 ? { links: [...links] } : {}),
    ...(hasFailed(row) ? { status: { code: 2, message: row.failure?.message ?? row.statusText } } : {}),
  }
  return [whole, ...partsOf(row).map((part) => partSpan(part, row, origin, ids))]
}

interface Part {
  name: string
  start: number
  end: number
}

/** Phases that took no time are left out. The second answer of an async handler comes when the first is long over. */
function partsOf({ times, later = [] }: Exchange): Part[] {
  const phases = phasesOf(times).flatMap(({ name, span }) =>
    span === 'not observed' || span.duration === 0
      ? []
      : [{ name, start: span.start, end: span.start + span.duration }],
  )
  return [...phases, ...later.flatMap(laterPart)]
}

function laterPart({ received, applied, painted }: Times, index: number): Part[] {
  if (received === undefined) return []
  return [{ name: `later answer ${index + 1}`, start: received, end: painted ?? applied ?? received }]
}

function partSpan(
  { name, start, end }: Part,
  { id }: Exchange,
  origin: number,
  { traceId, spanId }: { traceId: string; spanId: string },
): Span {
  return {
    traceId,
    spanId: partId(id, origin, name),
    parentSpanId: spanId,
    name,
    kind: INTERNAL,
    startTimeUnixNano: unixNano(origin, start),
    endTimeUnixNano: unixNano(origin, Math.max(start, end)),
    attributes: [],
  }
}

/** No payload is among them: what users typed stays in the recording. */
function exchangeAttributes(row: Exchange, { url, session }: Page): KeyValue[] {
  const { id, doc, kind, via, view, transport, status, statusText, failure, verdict, patches, dom } = row
  const gesture = gestureOf(row)
  const isAsked = kind === 'call' || kind === 'dispatch' || kind === 'navigation'
  return attributesOf({
    ...(isAsked
      ? {
          'rpc.system.name': 'djust',
          'rpc.method': methodOf(row),
          'rpc.response.status_code': status === 'pending' ? undefined : (failure?.code ?? statusText),
        }
      : {}),
    'error.type': errorTypeOf(row),
    'network.protocol.name': protocolOf(row),
    ...serverOf(url),
    'session.id': session,
    'djust.exchange': id,
    'djust.document': doc,
    'djust.page.url': url === '' ? undefined : url,
    'djust.kind': kind,
    'djust.via': via,
    'djust.view': view === '' ? undefined : view,
    'djust.source': row.source,
    'djust.transport': transport,
    'djust.status': status,
    'djust.render': verdict.render,
    'djust.render.certainty': verdict.certainty,
    'djust.render.flags': verdict.flags.length > 0 ? verdict.flags : undefined,
    'djust.faults': row.faults?.map((fault) => fault.id),
    'djust.patches': patches,
    'djust.nodes': dom?.nodes,
    'djust.sent': row.sent,
    'djust.received': row.received,
    'djust.server.duration': row.times.server === undefined ? undefined : row.times.server / 1000,
    'djust.trigger': gesture ? gestureWords(gesture) : undefined,
  })
}

/** djust is served by the page's own origin. */
function serverOf(url: string): { 'server.address'?: string; 'server.port'?: number } {
  if (!URL.canParse(url)) return {}
  const { hostname, port, protocol } = new URL(url)
  return {
    'server.address': hostname.replace(/^\[|\]$/g, ''),
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
  }
}
