/** Turns one recording into OTLP as it is read, a batch at a time. */

import { endOf } from '../../core/moments.ts'
import type { RecordingHeader } from '../../core/recording-header.ts'
import { type Reading, readRows } from '../input/read-rows.ts'
import type { Terminal } from '../terminal.ts'
import { sessionId } from './ids.ts'
import { createLinker } from './linker.ts'
import { createMetrics } from './metrics.ts'
import type { Span } from './otlp.ts'
import { resourceOf, SCHEMA_URL, SCOPE } from './resource.ts'
import type { Sink } from './sink.ts'
import { type Page, spansOf } from './spans.ts'
import { unixNano } from './unix-nano.ts'

/** Spans in one request: some 500 kB before they are zipped. */
const BATCH = 512

export interface Exported extends Reading {
  spans: number
}

export async function exportRecording(
  path: string,
  service: string | undefined,
  sink: Sink,
  terminal: Terminal,
): Promise<Exported> {
  const pagesOf = createPages()
  const linker = createLinker()
  const metrics = createMetrics()
  const times = { start: Number.POSITIVE_INFINITY, end: 0 }
  let waiting: Span[] = []
  let spans = 0
  const resource = (header: RecordingHeader | undefined) => resourceOf(header?.browser, service, terminal.env)
  const send = async (header: RecordingHeader | undefined) => {
    if (waiting.length === 0) return
    const scopeSpans = [{ scope: SCOPE, spans: waiting, schemaUrl: SCHEMA_URL }]
    spans += waiting.length
    waiting = []
    await sink.take('traces', {
      resourceSpans: [{ resource: resource(header), scopeSpans, schemaUrl: SCHEMA_URL }],
    })
  }
  const reading = await readRows(path, terminal, (row, header) => {
    const page = pagesOf(header)(row.doc)
    waiting.push(...spansOf(row, page, linker.linksOf(row, page.origin)))
    metrics.take(row)
    times.start = Math.min(times.start, page.origin)
    times.end = Math.max(times.end, page.origin + (endOf(row) ?? row.at))
    return waiting.length < BATCH ? undefined : send(header)
  })
  await send(reading.header)
  if (spans > 0) {
    const counted = metrics.end(unixNano(times.start, 0), unixNano(times.end, 0))
    const scopeMetrics = [{ scope: SCOPE, metrics: counted, schemaUrl: SCHEMA_URL }]
    await sink.take('metrics', {
      resourceMetrics: [{ resource: resource(reading.header), scopeMetrics, schemaUrl: SCHEMA_URL }],
    })
  }
  return { ...reading, spans }
}

/** The pages of a recording, as its header tells of them; a row of any other began in 1970. */
function createPages(): (header: RecordingHeader | undefined) => (doc: string) => Page {
  let of: (doc: string) => Page = () => ({ origin: 0, url: '', session: '' })
  let known: RecordingHeader | undefined
  return (header) => {
    if (header && header !== known) {
      known = header
      const session = sessionId(header.documents)
      const pages = new Map(header.documents.map(({ doc, origin, url }) => [doc, { origin, url, session }]))
      of = (doc) => pages.get(doc) ?? { origin: 0, url: '', session }
    }
    return of
  }
}
