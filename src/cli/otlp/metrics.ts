/** Counts the rows of one recording into metrics; what it needs of memory is bounded by how many things have a name. */
import type { Exchange } from '../../core/exchange.ts'
import { attributesOf } from './attributes.ts'
import { EXCHANGES, HISTOGRAMS, type Histogram, type Label } from './instruments.ts'
import type { HistogramPoint, KeyValue, Metric, NumberPoint } from './otlp.ts'

export interface Metrics {
  take(row: Exchange): void
  /** Both as `unixNano` gives them: when the recording began, and its last moment. */
  end(start: string, end: string): Metric[]
}

/** As many as an SDK keeps of a metric; the rest is one series that says so. */
const MOST_SERIES = 2000
const OVERFLOW = attributesOf({ 'otel.metric.overflow': true })

interface Series {
  attributes: KeyValue[]
  count: number
  sum: number
  min: number
  max: number
  buckets: number[]
}

export function createMetrics(): Metrics {
  const exchanges = new Map<string, Series>()
  const histograms = HISTOGRAMS.map((histogram) => ({ histogram, series: new Map<string, Series>() }))
  return {
    take(row) {
      seriesOf(exchanges, EXCHANGES.labels(row), []).count += 1
      for (const { histogram, series } of histograms) {
        const value = histogram.value(row)
        if (value !== undefined)
          add(seriesOf(series, histogram.labels(row), histogram.bounds), histogram, value)
      }
    },
    end(startTimeUnixNano, timeUnixNano) {
      const times = { startTimeUnixNano, timeUnixNano }
      const { labels: _, ...named } = EXCHANGES
      const dataPoints = [...exchanges.values()].map(
        ({ attributes, count }): NumberPoint => ({ attributes, ...times, asInt: String(count) }),
      )
      const counted: Metric = { ...named, sum: { aggregationTemporality: 2, isMonotonic: true, dataPoints } }
      const measured = histograms.map(
        ({ histogram: { name, description, unit, bounds }, series }): Metric => {
          const points = [...series.values()].map((each) => ({ ...pointOf(each, bounds), ...times }))
          return { name, description, unit, histogram: { aggregationTemporality: 2, dataPoints: points } }
        },
      )
      return [counted, ...measured].filter(hasPoints)
    },
  }
}

function seriesOf(all: Map<string, Series>, labels: ReturnType<Label>, bounds: readonly number[]): Series {
  const key = JSON.stringify(labels)
  const known = all.get(key)
  if (known) return known
  const isFull = all.size >= MOST_SERIES
  const place = isFull ? '' : key
  const series = all.get(place) ?? {
    attributes: isFull ? OVERFLOW : attributesOf(labels),
    ...{ count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY },
    buckets: new Array<number>(bounds.length + 1).fill(0),
  }
  all.set(place, series)
  return series
}

/** A bucket holds what is at most its bound. */
function add(series: Series, { bounds }: Histogram, value: number): void {
  const at = bounds.findIndex((bound) => value <= bound)
  const bucket = at < 0 ? bounds.length : at
  series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1
  series.count += 1
  series.sum += value
  series.min = Math.min(series.min, value)
  series.max = Math.max(series.max, value)
}

function pointOf(
  { attributes, count, sum, min, max, buckets }: Series,
  explicitBounds: readonly number[],
): Omit<HistogramPoint, 'startTimeUnixNano' | 'timeUnixNano'> {
  return {
    attributes,
    count: String(count),
    sum,
    min,
    max,
    bucketCounts: buckets.map(String),
    explicitBounds,
  }
}

function hasPoints(metric: Metric): boolean {
  return ('sum' in metric ? metric.sum : metric.histogram).dataPoints.length > 0
}
