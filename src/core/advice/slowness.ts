/** Tells a slow server from a slow network: by what the server says it took, or by how fast the same line is at its best. */
import type { Exchange } from '../exchange.ts'
import { percentileOf } from '../percentile.ts'
import { waitOf } from './targets.ts'

/** What a person notices as waiting, ms. */
export const SLOW = 300
/** Rows of one target; one slow answer is an accident. */
export const ENOUGH = 3
/** How many answers of a line say how fast it is. */
const LINE = 5

export function medianOf(values: readonly number[]): number {
  return percentileOf(
    values.toSorted((a, b) => a - b),
    50,
  )
}

/** The fastest answer of each transport, ms; undefined where too few came to say. */
export function fastestBy(rows: readonly Exchange[]): Partial<Record<Exchange['transport'], number>> {
  const fastest: Partial<Record<Exchange['transport'], number>> = {}
  const counts: Partial<Record<Exchange['transport'], number>> = {}
  for (const row of rows) {
    const wait = waitOf(row)
    if (wait === undefined) continue
    fastest[row.transport] = Math.min(fastest[row.transport] ?? Number.POSITIVE_INFINITY, wait)
    counts[row.transport] = (counts[row.transport] ?? 0) + 1
  }
  for (const transport of Object.keys(counts) as Exchange['transport'][])
    if ((counts[transport] ?? 0) < LINE) delete fastest[transport]
  return fastest
}

/** The rows that waited by themselves: a socket answers one after the other, so that what is asked meanwhile waits for that one, too. */
export function unqueued(rows: readonly Exchange[]): Exchange[] {
  let busyUntil = Number.NEGATIVE_INFINITY
  return rows.filter(({ transport, times: { sent, received } }) => {
    if (transport === 'http' || sent === undefined || received === undefined) return true
    const isFree = sent >= busyUntil
    busyUntil = Math.max(busyUntil, received)
    return isFree
  })
}
