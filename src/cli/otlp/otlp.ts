/** OTLP as JSON, as far as it is written here (OTLP 1.9, “JSON Protobuf Encoding”): ids are hex, 64-bit numbers are strings, enums are numbers. Types only. */

type Value =
  | { stringValue: string }
  | { intValue: string }
  | { doubleValue: number }
  | { boolValue: boolean }
  | { arrayValue: { values: Value[] } }

export interface KeyValue {
  key: string
  value: Value
}

export interface Link {
  traceId: string
  spanId: string
  attributes: KeyValue[]
}

export interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  /** 1 internal, 3 client, 5 consumer. */
  kind: 1 | 3 | 5
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: KeyValue[]
  links?: Link[]
  /** Absent: not set. 2 is an error; that all went well is for whoever runs the page to say. */
  status?: { code: 2; message: string }
}

interface Point {
  attributes: KeyValue[]
  startTimeUnixNano: string
  timeUnixNano: string
}

export interface NumberPoint extends Point {
  asInt: string
}

export interface HistogramPoint extends Point {
  count: string
  sum: number
  min: number
  max: number
  bucketCounts: string[]
  explicitBounds: readonly number[]
}

interface Named {
  name: string
  description: string
  unit: string
}

/** 2: each point counts since the start of its recording. */
type Cumulative = { aggregationTemporality: 2 }

export type Metric = Named &
  (
    | { sum: Cumulative & { isMonotonic: true; dataPoints: NumberPoint[] } }
    | { histogram: Cumulative & { dataPoints: HistogramPoint[] } }
  )

export interface Resource {
  attributes: KeyValue[]
}

interface Scope {
  name: string
}

export interface TracesData {
  resourceSpans: {
    resource: Resource
    scopeSpans: { scope: Scope; spans: Span[]; schemaUrl: string }[]
    schemaUrl: string
  }[]
}

export interface MetricsData {
  resourceMetrics: {
    resource: Resource
    scopeMetrics: { scope: Scope; metrics: Metric[]; schemaUrl: string }[]
    schemaUrl: string
  }[]
}

/** By the name of what it carries, which is how its address at a collector ends, too. */
export interface Signals {
  traces: TracesData
  metrics: MetricsData
}
