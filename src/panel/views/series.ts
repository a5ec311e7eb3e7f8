/** What the chart over time draws: figures per bucket, with the empty buckets between them. */
import { formatCount } from '../../core/numbers.ts'
import type { Bucket } from '../../core/statistics/over-time.ts'

export interface Point {
  /** Epoch ms. */
  start: number
  exchanges: number
  rerenders: number
  errors: number
  /** The longest time, ms; null where nothing was timed. Few begin in one stretch, so a percentile would say no more. */
  longest: number | null
}

/** More would be drawn over each other; a clock that jumped makes a gap that nobody wants to see in full. */
const MOST = 500

/** `width` in ms. Where nothing began there was nothing, which a line must not skip. */
export function pointsOf(buckets: readonly Bucket[], width: number): Point[] {
  const points: Point[] = []
  for (const { start, figures } of buckets) {
    const last = points.at(-1)
    for (let at = last ? last.start + width : start; at < start && points.length < MOST; at += width)
      points.push({ start: at, exchanges: 0, rerenders: 0, errors: 0, longest: null })
    const { n, rerenders, errors, time } = figures
    points.push({ start, exchanges: n, rerenders, errors, longest: time?.max ?? null })
  }
  return points
}

/** ms → `66 s`, `0.25 s`: one unit for all, so that neighbours can be told apart. */
export function formatSeconds(ms: number): string {
  return `${formatCount(Number((ms / 1000).toFixed(2)))} s`
}

/** What the chart's legend says of a series where it is pointed at; `none` for a stretch without a value. */
export function legendWords(format: (value: number) => string, none: string) {
  return (_chart: unknown, value: number | null, _series: number, at: number | null): string => {
    if (at === null) return ''
    return value === null ? none : format(value)
  }
}
