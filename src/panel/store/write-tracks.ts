/** Writes what the panel folds into the page's own timeline, so that the Performance panel shows it beside everything else. */
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf, rowsOf } from '../../core/log.ts'
import { trackEntriesOf } from '../../core/track-entries.ts'
import type { Reach } from '../../protocol/reach.ts'
import { type FollowDeps, followRows } from './follow-rows.ts'

/** ms. A row waits for two of them after its answer, in which its re-render is applied and painted. */
const ROUND = 150

export function writeTracks(
  { reach, ...deps }: FollowDeps & { reach: Pick<Reach, 'measure'> },
  stop: AbortSignal,
): void {
  const latest = new Map<string, Exchange>()
  /** What was answered before is history. */
  const written = new Set(
    rowsOf(deps.log.peek()).flatMap(({ id, status }) => (status === 'pending' ? [] : [id])),
  )
  const answered = new Set<string>()

  followRows(
    deps,
    (rows) => {
      for (const row of rows) if (!written.has(row.id)) latest.set(row.id, row)
    },
    stop,
  )

  function round(): void {
    const due = [...latest.values()].filter(({ id }) => answered.has(id))
    for (const { id } of due) {
      latest.delete(id)
      answered.delete(id)
      written.add(id)
    }
    for (const { id, status } of latest.values()) if (status !== 'pending') answered.add(id)
    const documents = documentsOf(deps.log.peek())
    for (const [frame, doc] of deps.documents.peek()) {
      const entries = due.filter((row) => row.doc === doc).flatMap(trackEntriesOf)
      const origin = documents.find((each) => each.doc === doc)?.origin
      if (entries.length > 0 && origin !== undefined) void reach.measure(frame, origin, entries)
    }
  }
  const timer = setInterval(round, ROUND)
  stop.addEventListener('abort', () => clearInterval(timer))
}
