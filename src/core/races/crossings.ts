/**
 * Races: answers that reached the page after it had asked again, so that they may undo what is newer.
 *
 * A call is overtaken when a newer one of the same function was answered before it. A dispatch is, when its patches were applied
 * although a newer one of the same name had been asked for.
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

/** Costs a look at the list. `rows` in time order. */
export function crossingOf(rows: readonly Exchange[], row: Exchange): Crossing | undefined {
  return crossingAt(rows, rows.indexOf(row))
}

/** Of the row in this place; costs as much as was under way together. `rows` in time order. */
export function crossingAt(rows: readonly Exchange[], place: number): Crossing | undefined {
  const older = rows[place]
  const late = older && mayBeOvertaken(older) ? reachedAt(older) : undefined
  if (!older || late === undefined) return undefined
  let found: Crossing | undefined
  for (let next = place + 1; next < rows.length; next++) {
    const newer = rows[next]
    if (newer?.doc !== older.doc) continue
    const asked = startOf(newer)
    if (asked >= late) break
    if (!isAsked(newer, older)) continue
    if (older.kind === 'dispatch') return { older, newer, ms: late - asked }
    const first = reachedAt(newer)
    if (first !== undefined && first < late) found = { older, newer, ms: late - first }
  }
  return found
}

/** When an exchange came to bear on the page, ms on the document's clock; undefined while it has not, and when it changed nothing. */
export function reachedAt({ kind, times, answered, renders }: Exchange): number | undefined {
  return kind === 'call' ? (times.handed ?? answered?.at) : renders?.at(-1)?.at
}

function mayBeOvertaken({ kind, verdict }: Exchange): boolean {
  return kind === 'dispatch' || (kind === 'call' && verdict.flags.includes('stale'))
}

/** The same again. */
function isAsked(newer: Exchange, { kind, via, name, view, seq }: Exchange): boolean {
  return (
    newer.name === name && newer.kind === kind && newer.via === via && newer.view === view && newer.seq > seq
  )
}
