/** What re-rendered next in the same document, whatever its cause: a call that saved data may make the server broadcast. */
import type { Exchange } from './exchange.ts'
import { partitionPoint } from './partition-point.ts'
import { changesBetween } from './row-changes.ts'

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

/** The renders of each document, by seq; what was done with in the same moment, as what was held until then, in the order of its rows. */
type Index = Map<string, Render[]>

/** By the list of rows itself: a fold makes a new one, and nobody asks about an old one again. */
const indexes = new WeakMap<readonly Exchange[], Index>()
let newest: WeakRef<readonly Exchange[]> | undefined

/** Where more rows than this came or went, an index is made anew. */
const FEW = 100

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

function indexOf(rows: readonly Exchange[]): Index {
  const known = indexes.get(rows)
  if (known) return known
  const index = indexFrom(newest?.deref(), rows) ?? indexAnew(rows)
  indexes.set(rows, index)
  newest = new WeakRef(rows)
  return index
}

function indexAnew(rows: readonly Exchange[]): Index {
  const index: Index = new Map()
  for (const row of rows) {
    for (const { seq, at } of row.renders ?? []) {
      const renders = index.get(row.doc)
      if (renders) renders.push({ seq, at, row })
      else index.set(row.doc, [{ seq, at, row }])
    }
  }
  for (const renders of index.values()) renders.sort((a, b) => a.seq - b.seq || a.row.seq - b.row.seq)
  return index
}

/** Takes over the index of the list before, which is of no more use to that one; undefined where too much changed. */
function indexFrom(before: readonly Exchange[] | undefined, rows: readonly Exchange[]): Index | undefined {
  const index = before && indexes.get(before)
  if (!before || !index) return undefined
  const { come, gone } = changesBetween(before, rows)
  if (come.length + gone.length > FEW) return undefined
  indexes.delete(before)
  for (const row of gone)
    for (const { seq } of row.renders ?? []) {
      const renders = index.get(row.doc) ?? []
      let place = placeFor(renders, seq, Number.NEGATIVE_INFINITY)
      while (renders[place]?.seq === seq && renders[place]?.row !== row) place += 1
      if (renders[place]?.row === row) renders.splice(place, 1)
    }
  for (const row of come)
    for (const { seq, at } of row.renders ?? []) {
      const renders = index.get(row.doc) ?? []
      renders.splice(placeFor(renders, seq, row.seq), 0, { seq, at, row })
      index.set(row.doc, renders)
    }
  return index
}

/** The place of the first that is not before this render of the row that began with `begun`. */
function placeFor(renders: readonly Render[], seq: number, begun: number): number {
  return partitionPoint(0, renders.length, (place) => {
    const there = renders[place]
    return there !== undefined && (there.seq < seq || (there.seq === seq && there.row.seq < begun))
  })
}
