/** What re-rendered next in the same document, whatever its cause: a call that saved data may make the server broadcast. */
import type { Exchange } from './exchange.ts'
import { partitionPoint } from './partition-point.ts'

export interface NextRender {
  row: Exchange
  /** From this exchange's last answer to the end of that re-render, ms; a page whose clock runs backwards waits for nothing. */
  delta: number
}

interface Render {
  seq: number
  at: number
  row: Exchange
}

/** By the list of rows itself: a fold makes a new one, and nobody asks about an old one again. */
const indexes = new WeakMap<readonly Exchange[], Map<string, Render[]>>()

/** Undefined while the exchange has no answer, and when nothing has re-rendered since. `rows` as `rowsOf` gives them. */
export function nextRenderAfter(rows: readonly Exchange[], exchange: Exchange): NextRender | undefined {
  const answered = exchange.answered
  if (!answered) return undefined
  const renders = indexOf(rows).get(exchange.doc) ?? []
  let place = partitionPoint(0, renders.length, (at) => (renders[at]?.seq ?? 0) <= answered.seq)
  // The re-render that it caused itself ends after its answer came.
  while (renders[place]?.row.id === exchange.id) place += 1
  const next = renders[place]
  return next && { row: next.row, delta: Math.max(0, next.at - answered.at) }
}

function indexOf(rows: readonly Exchange[]): Map<string, Render[]> {
  const known = indexes.get(rows)
  if (known) return known
  const index = new Map<string, Render[]>()
  for (const row of rows) {
    for (const { seq, at } of row.renders ?? []) {
      const renders = index.get(row.doc)
      if (renders) renders.push({ seq, at, row })
      else index.set(row.doc, [{ seq, at, row }])
    }
  }
  for (const renders of index.values()) renders.sort((a, b) => a.seq - b.seq)
  indexes.set(rows, index)
  return index
}
