/** The figures of everything that was called, dispatched or pushed: a line for each kind, view and name. */
import type { Exchange, Kind } from '../exchange.ts'
import { targetOf } from '../target.ts'
import type { Figures } from './figures.ts'
import { createRowIndex } from './row-index.ts'

export interface TargetFigures {
  kind: Kind
  view: string
  name: string
  figures: Figures
}

/**
 * One table with a memory: asked again about a list that grew, it counts what is new. Lines come by kind, name and view, and one of
 * which no row changed keeps its identity. The answer depends on `rows` alone.
 */
export function createStatistics(): (rows: readonly Exchange[]) => readonly TargetFigures[] {
  const index = createRowIndex<string>()
  const targets = new Map<string, Omit<TargetFigures, 'figures'>>()
  const keyOf = (row: Exchange) => {
    const key = targetOf(row)
    if (!targets.has(key)) targets.set(key, { kind: row.kind, view: row.view, name: row.name })
    return key
  }
  let known = new Map<string, TargetFigures>()
  let lines: readonly TargetFigures[] = []

  return (rows) => {
    const next = new Map<string, TargetFigures>()
    let changed = false
    for (const [key, figures] of index(rows, keyOf)) {
      const before = known.get(key)
      const target = targets.get(key)
      if (before?.figures === figures) next.set(key, before)
      else if (target) {
        next.set(key, { ...target, figures })
        changed = true
      }
    }
    if (!changed && next.size === known.size) return lines
    known = next
    lines = [...next.values()].sort(
      (a, b) => compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.view, b.view),
    )
    return lines
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
