/** Figures by key over a growing list of rows, at the price of what changed since it was last asked. */
import type { Exchange } from '../exchange.ts'
import { changesBetween } from '../row-changes.ts'
import type { Figures } from './figures.ts'
import { count, createTally, figuresOf, isExact, type Tally } from './tally.ts'

/** A row without a key is counted nowhere. */
export type KeyOf<K> = (row: Exchange) => K | undefined

export type RowIndex<K> = (rows: readonly Exchange[], keyOf: KeyOf<K>) => ReadonlyMap<K, Figures>

/**
 * One index with a memory of its last answer; the figures of a key keep their identity until one of its rows changes, and another
 * `keyOf` begins anew. The answer depends on `rows` and `keyOf` alone, but for the order of the keys.
 */
export function createRowIndex<K>(): RowIndex<K> {
  let standing: readonly Exchange[] = []
  let lastKeyOf: KeyOf<K> | undefined
  let tallies = new Map<K, Tally>()
  let figures: ReadonlyMap<K, Figures> = new Map()

  function begin(): void {
    standing = []
    tallies = new Map()
    figures = new Map()
  }

  return (rows, keyOf) => {
    if (rows === standing && keyOf === lastKeyOf) return figures
    if (keyOf !== lastKeyOf) begin()
    let changes = changesBetween(standing, rows)
    if (changes.gone.length > 0 && ![...tallies.values()].every(isExact)) {
      begin()
      changes = changesBetween(standing, rows)
    }
    const touched = new Set<K>()
    for (const way of ['gone', 'come'] as const)
      for (const row of changes[way]) {
        const key = keyOf(row)
        if (key === undefined) continue
        const tally = tallies.get(key) ?? createTally()
        tallies.set(key, tally)
        count(tally, row, way)
        touched.add(key)
      }
    const next = new Map(figures)
    for (const key of touched) {
      const tally = tallies.get(key)
      if (tally && tally.counts.n > 0) next.set(key, figuresOf(tally))
      else {
        tallies.delete(key)
        next.delete(key)
      }
    }
    standing = rows
    lastKeyOf = keyOf
    figures = next
    return figures
  }
}
