/** `export --otlp`: what a collector is told of a recording, and what is told of a collector that does not take it. */
import { expect, test } from 'vitest'
import { typing } from '../core/compare-session.ts'
import { type Page, page } from '../language/page.ts'
import { collector } from './collector.ts'
import { desk, recordingOf } from './command-line.ts'

/** A search, a tag that is picked, and one thing that fails. */
function story(): Page {
  return page('d1')
    .live('issues.new')
    .at(1000)
    .calls('search_tags', { q: 'secret words' }, 'issues.new', typing)
    .at(1030)
    .answers(200, { result: [] })
    .at(2000)
    .event('add_tag', 1)
    .at(2040)
    .patch(3, { ref: 1, source: 'event', event_name: 'add_tag' })
    .marks('apply-start')
    .at(2045)
    .marks('apply-end')
    .done()
    .at(2050)
    .paints()
    .at(3000)
    .calls('save')
    .at(3010)
    .answers(500, { error: 'internal', message: 'No.' })
}

interface Told {
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId?: string
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: { key: string; value: Record<string, unknown> }[]
  links?: { spanId: string }[]
  status?: { code: number; message: string }
}

async function spansOf(story: Page): Promise<Told[]> {
  const { write, types, read } = desk()
  write('a.jsonl', recordingOf(story))
  expect(await types('export a.jsonl --otlp --output out.otlp')).toMatchObject({ code: 0, err: '' })
  const lines = read('out.otlp/traces.jsonl').trimEnd().split('\n')
  return lines.flatMap((line) => JSON.parse(line).resourceSpans[0].scopeSpans[0].spans)
}

const said = ({ attributes }: Told, key: string) =>
  Object.values(attributes.find((each) => each.key === key)?.value ?? {})[0]
const named = (spans: Told[], name: string) => spans.find((span) => span.name === name) as Told
const ms = ({ startTimeUnixNano, endTimeUnixNano }: Told) =>
  Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6

test('an exchange is a span, named as RPC is, with its phases below it', async () => {
  const spans = await spansOf(story())
  const call = named(spans, 'issues.new/search_tags')
  expect([call.kind, ms(call), call.status]).toEqual([3, 30, undefined])
  expect(call.traceId).toMatch(/^[\da-f]{32}$/)
  expect(call.spanId).toMatch(/^[\da-f]{16}$/)
  expect(said(call, 'rpc.system.name')).toBe('djust')
  expect(said(call, 'rpc.response.status_code')).toBe('200')
  expect(said(call, 'server.address')).toBe('127.0.0.1')
  expect(said(call, 'djust.render')).toBe('none')
  expect(said(call, 'djust.trigger')).toBe('typing in #tag-input')

  const dispatch = named(spans, 'issues.new/add_tag')
  expect([said(dispatch, 'network.protocol.name'), said(dispatch, 'djust.patches')]).toEqual([
    'websocket',
    '3',
  ])
  const phases = spans.filter(({ parentSpanId }) => parentSpanId === dispatch.spanId)
  expect(phases.map(({ name }) => name)).toEqual(['server + network', 'held', 'applied', 'painted'])
  for (const phase of phases) expect([phase.kind, phase.traceId]).toEqual([1, dispatch.traceId])
})

test('what failed is an error with its code, and nothing that was typed is told', async () => {
  const spans = await spansOf(story())
  const save = named(spans, 'issues.new/save')
  expect([save.status?.code, said(save, 'error.type')]).toEqual([2, 'internal'])
  expect(JSON.stringify(spans)).not.toContain('secret words')
})

test('exported twice it is the same spans; another load of the page is others', async () => {
  const ids = (spans: Told[]) => spans.map(({ traceId, spanId }) => traceId + spanId)
  const once = ids(await spansOf(story()))
  expect(ids(await spansOf(story()))).toEqual(once)
  expect(new Set(once).size).toBe(once.length)
})

test('a push is linked to the one dispatch that was under way, and to none where it could be two, or the server’s own', async () => {
  const pushing = (...events: number[]) => {
    const page = story().at(5000)
    for (const ref of events) page.event('open', ref)
    return page.at(5020)
  }
  const linked = async (told: Page, name: string) => {
    const spans = await spansOf(told)
    const links = named(spans, name).links?.map(({ spanId }) => spanId)
    return links?.map((id) => spans.find(({ spanId }) => spanId === id)?.name)
  }
  const details = { type: 'push_event', event: 'details', payload: {} }
  const opened = (ref: number) => ({ type: 'noop', ref, source: 'event', event_name: 'open' })
  expect(await linked(pushing(2).hears(details).hears(opened(2)), 'issues.new/details')).toEqual([
    'issues.new/open',
  ])
  expect(await linked(pushing(2).hears(opened(2)).hears(details), 'issues.new/details')).toEqual([
    'issues.new/open',
  ])
  expect(await linked(pushing(2, 3).hears(details), 'issues.new/details')).toBeUndefined()
  expect(await linked(pushing().hears(details), 'issues.new/details')).toBeUndefined()
  const tick = { type: 'patch', patches: [], version: 3, source: 'tick' }
  expect(await linked(pushing(2).hears(tick), 'issues.new/tick')).toBeUndefined()
})

test('a collector gets traces and metrics, zipped, under the service’s name', async () => {
  const { url, sent } = await collector()
  const { write, types } = desk()
  write('a.jsonl', recordingOf(story()))
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20key',
    OTEL_RESOURCE_ATTRIBUTES: 'service.name=shop,vcs.ref.head.name=main',
  }
  const told = await types('export a.jsonl --otlp', undefined, env)
  expect([told.code, told.err]).toEqual([0, ''])
  expect(sent.map(({ path }) => path)).toEqual(['/v1/traces', '/v1/metrics'])
  const [traces, metrics] = sent
  expect(traces?.headers).toMatchObject({
    'x-key': 'a key',
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  })
  const attributes = traces?.json.resourceSpans?.[0]?.resource.attributes
  expect(attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'shop' } })
  expect(attributes).toContainEqual({ key: 'vcs.ref.head.name', value: { stringValue: 'main' } })
  const all = metrics?.json.resourceMetrics?.[0]?.scopeMetrics[0]?.metrics
  const duration = all?.find(({ name }) => name === 'rpc.client.call.duration')
  const [point] = duration && 'histogram' in duration ? duration.histogram.dataPoints : []
  expect([point?.count, point?.sum]).toEqual(['1', 0.03])
  expect(point?.bucketCounts).toHaveLength((point?.explicitBounds.length ?? 0) + 1)
  expect(point?.bucketCounts.indexOf('1')).toBe(point?.explicitBounds.indexOf(0.05))
})

test('a collector that asks to come back is asked again, with all it has not taken', async () => {
  const { url, sent } = await collector({ status: 503, headers: { 'retry-after': '0' } }, { status: 429 })
  const { write, types } = desk()
  write('a.jsonl', recordingOf(story()))
  expect((await types(`export a.jsonl --otlp --endpoint ${url}`)).code).toBe(0)
  expect(sent.map(({ path }) => path)).toEqual(['/v1/traces', '/v1/traces', '/v1/traces', '/v1/metrics'])
  expect(sent[2]?.json).toEqual(sent[0]?.json)
})

test.each([
  [{ status: 401, body: '{"message":"no such key"}' }, '/v1/traces answered 401 Unauthorized: no such key.'],
  [{ status: 404, body: '<html>' }, '/v1/traces answered 404 Not Found: <html>.'],
  [
    { status: 503, headers: { 'retry-after': '3600' } },
    '/v1/traces answered 503 Service Unavailable, and asks to come back in 3600 s.',
  ],
  [
    { status: 200, body: '{"partialSuccess":{"rejectedSpans":"2","errorMessage":"too old"}}' },
    '/v1/traces took not all of it: 2 were rejected: too old.',
  ],
])('a collector that answers %j is told of in a sentence, and it could not run', async (answer, says) => {
  const { url } = await collector(answer)
  const { write, types } = desk()
  write('a.jsonl', recordingOf(story()))
  const told = await types(`export a.jsonl --otlp --endpoint ${url}`)
  expect([told.code, told.err]).toEqual([2, `${url}${says}\n`])
})

test.each([
  ['export a.jsonl', 'Say as what to export it: --otlp.'],
  ['export a.jsonl --otlp', 'Say where to: --output FOLDER or --endpoint URL.'],
  ['export a.jsonl --otlp --endpoint localhost:4318', 'localhost:4318 is no address of a collector.'],
  ['export a.jsonl --otlp --endpoint http://127.0.0.1:9', 'cannot be reached'],
  ['export none.jsonl --otlp --output out.otlp', 'none.jsonl cannot be read: there is no such file.'],
])('%s says why it cannot', async (line, says) => {
  const { write, types } = desk()
  write('a.jsonl', recordingOf(story()))
  expect(await types(line)).toMatchObject({ code: 2, err: expect.stringContaining(says) })
})

test('a recording that ends early is exported as far as it goes, and said to be damaged', async () => {
  const { write, types, read } = desk()
  const text = recordingOf(story())
  write('a.jsonl', text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))
  const told = await types('export a.jsonl --otlp --output out.otlp')
  expect([told.code, told.err]).toEqual([2, expect.stringContaining('1 of')])
  expect(read('out.otlp/traces.jsonl')).toContain('issues.new/search_tags')
})
