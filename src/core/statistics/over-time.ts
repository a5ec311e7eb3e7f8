/** The figures of a list of rows in the course of time, as the points of a line. */
import type { Exchange } from '../exchange.ts'
import type { Log } from '../log.ts'
import { originsOf, wallTimeOf } from '../wall-time.ts'
import type { Figures } from './figures.ts'
import { createRowIndex, type KeyOf } from './row-index.ts'

export interface Bucket {
  /** Epoch ms; it lasts until `start` plus the width. */
  start: number
  figures: Figures
}

/**
 * One chart with a memory: asked again about a list that grew, it counts what is new. `width` in ms. Buckets in which nothing began are
 * left out, and a row whose bucket no number can name is in none; so their count is bounded by that of the rows.
 */
export function createOverTime(): (rows: readonly Exchange[], width: number, log: Log) => readonly Bucket[] {
  const index = createRowIndex<number>()
  let standing: Standing | undefined

  return (rows, width, log) => {
    const origins = originsOf(log)
    // A document that says late when its clock began moves rows that did not change.
    if (standing?.width === width && isWithin(standing.origins, origins)) {
      standing.origins = origins
      standing.log = log
    } else standing = stand(width, origins, log)
    return [...index(rows, standing.keyOf)]
      .map(([start, figures]) => ({ start, figures }))
      .sort((a, b) => a.start - b.start)
  }
}

/** What the buckets rest on; documents may join while it stands. */
interface Standing {
  width: number
  origins: Map<string, number>
  log: Log
  keyOf: KeyOf<number>
}

function stand(width: number, origins: Map<string, number>, log: Log): Standing {
  const standing: Standing = {
    width,
    origins,
    log,
    keyOf: (row) => {
      const start = Math.floor(wallTimeOf(row, standing.log) / width) * width
      return Number.isFinite(start) ? start : undefined
    },
  }
  return standing
}

function isWithin(known: Map<string, number>, origins: Map<string, number>): boolean {
  return [...known].every(([doc, origin]) => origins.get(doc) === origin)
}
