/**
 * Races: answers that reached the page after it had asked again, so that they may undo what is newer.
 *
 * A call is overtaken when a newer one of the same function was answered before it; whether the page used what came late nobody
 * sees. A dispatch is, when its patches were applied although a newer one of the same name had been asked for.
 */
import type { Exchange } from '../exchange.ts'
import { startOf } from '../moments.ts'

export interface Crossing {
  older: Exchange
  /** Of a call the newest that was answered before it; of a dispatch the first that had been asked for. */
  newer: Exchange
  /** Of a call by how much it came too late; of a dispatch for how long it had been superseded, ms. */
  ms: number
}

/** Those of the rows that were overtaken, by their id. `rows` in time order. */
export function crossingsOf(rows: readonly Exchange[]): Map<string, Crossing> {
  const crossings = new Map<string, Crossing>()
  /** By document and name: what had not reached the page when the last of them was asked for. */
  const underWay = new Map<string, Map<string, Exchange[]>>()
  for (const row of rows) {
    if (row.kind !== 'call' && row.kind !== 'dispatch') continue
    const names = underWay.get(row.doc) ?? new Map<string, Exchange[]>()
    underWay.set(row.doc, names)
    const asked = startOf(row)
    const open = (names.get(row.name) ?? []).filter((older) => (reachedAt(older) ?? asked) > asked)
    for (const older of open) {
      const crossing = isAlike(older, row) ? crossingOf(older, row, crossings.get(older.id)) : undefined
      if (crossing) crossings.set(older.id, crossing)
    }
    open.push(row)
    names.set(row.name, open)
  }
  return crossings
}

/** When an exchange came to bear on the page, ms on the document's clock; undefined while it has not, and when it changed nothing. */
export function reachedAt({ kind, times, answered, renders }: Exchange): number | undefined {
  return kind === 'call' ? (times.handed ?? answered?.at) : renders?.at(-1)?.at
}

function isAlike(one: Exchange, other: Exchange): boolean {
  return one.kind === other.kind && one.via === other.via && one.view === other.view
}

function crossingOf(older: Exchange, newer: Exchange, known: Crossing | undefined): Crossing | undefined {
  const late = reachedAt(older)
  if (late === undefined) return undefined
  if (older.kind === 'dispatch') return known ?? { older, newer, ms: late - startOf(newer) }
  const first = reachedAt(newer)
  const isOvertaken = older.verdict.flags.includes('stale') && first !== undefined && first < late
  return isOvertaken ? { older, newer, ms: late - first } : undefined
}
