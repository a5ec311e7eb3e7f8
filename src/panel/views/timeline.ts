/** The stretch of wall time that the waterfall shows, and where a row's bars lie in it. */

import type { DocumentInfo, Exchange } from '../../core/exchange.ts'
import { endOf, startOf } from '../../core/moments.ts'
import { phasesOf } from '../../core/timing.ts'

/** Epoch ms. */
export interface Timeline {
  origins: ReadonlyMap<string, number>
  start: number
  end: number
}

/** From the first beginning to the last end. */
export function timelineOf(rows: readonly Exchange[], documents: readonly DocumentInfo[]): Timeline {
  const origins = new Map(documents.map(({ doc, origin }) => [doc, origin]))
  const wall = (row: Exchange, at: number) => (origins.get(row.doc) ?? 0) + at
  const starts = rows.map((row) => wall(row, startOf(row)))
  const start = starts.length === 0 ? 0 : starts.reduce((first, start) => Math.min(first, start))
  const ends = rows.map((row) => wall(row, endOf(row) ?? startOf(row)))
  return { origins, start, end: ends.reduce((latest, end) => Math.max(latest, end), start + 1) }
}

/** Percent of the stretch. `waiting` is the pale part, `page` what the page did with the answer. */
export interface Bar {
  left: number
  waiting: number
  page: number
}

export function barOf(row: Exchange, { origins, start, end }: Timeline): Bar {
  const percent = (ms: number) => percentOf(ms, end - start)
  const begun = startOf(row)
  const last = endOf(row)
  const answered = row.times.received ?? last
  const left = percent((origins.get(row.doc) ?? 0) + begun - start)
  // What has no end yet lasts until now, as far as now is known.
  if (last === undefined || answered === undefined)
    return { left, waiting: row.status === 'pending' ? 100 - left : 0, page: 0 }
  return { left, waiting: percent(answered - begun), page: percent(last - answered) }
}

/** Bars of the phases of one row, on their own scale; what was not observed has none. */
export function phaseBars(row: Exchange) {
  const phases = phasesOf(row.times)
  const begun = startOf(row)
  const whole = (endOf(row) ?? begun) - begun
  return phases.map(({ name, span }) => ({
    name,
    span: span === 'not observed' ? undefined : span,
    left: span === 'not observed' ? 0 : percentOf(span.start - begun, whole),
    width: span === 'not observed' ? 0 : percentOf(span.duration, whole),
  }))
}

/** From 0 to 100, also of numbers so large that a millisecond beside them, or their own sum, is lost. */
function percentOf(ms: number, whole: number): number {
  const percent = (ms / whole) * 100
  return Number.isFinite(percent) ? Math.max(0, Math.min(100, percent)) : 0
}
