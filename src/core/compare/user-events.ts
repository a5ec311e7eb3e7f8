/** Which rows one event of the user asked for. */
import type { Exchange } from '../exchange.ts'
import { follows } from '../follows.ts'

/** No person does the same thing twice within this, ms; two listeners on one event do. */
const AT_ONCE = 20

/** Whether the same event asked for both, which have the same trigger: at once, or the second because the first was answered. */
export function isSameEvent(before: Exchange, row: Exchange): boolean {
  return row.at - before.at <= AT_ONCE || follows(before, row)
}

/**
 * Rows of one document whose trigger is the same event on the same element, each begun within 20 ms of the one before, or because that
 * was answered. Rows that no user's event asked for are in none. A trigger does not say which of two events it was, so a script that acts faster than
 * that has its events taken for one.
 */
export function userEvents(rows: Iterable<Exchange>): Exchange[][] {
  const byTrigger = new Map<string, Exchange[]>()
  for (const row of rows) {
    if (!row.trigger?.event) continue
    const key = JSON.stringify([row.doc, row.trigger.element, row.trigger.event])
    const same = byTrigger.get(key)
    if (same) same.push(row)
    else byTrigger.set(key, [row])
  }
  return [...byTrigger.values()].flatMap(apart)
}

function apart(rows: Exchange[]): Exchange[][] {
  const events: Exchange[][] = []
  let last: Exchange | undefined
  for (const row of rows.sort((a, b) => a.seq - b.seq)) {
    if (last && isSameEvent(last, row)) events.at(-1)?.push(row)
    else events.push([row])
    last = row
  }
  return events
}
