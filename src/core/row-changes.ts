/** Which rows came and which went from one list to a later one; a row that changed did both. */
import type { Exchange } from './exchange.ts'

export interface RowChanges {
  come: readonly Exchange[]
  gone: readonly Exchange[]
}

/**
 * By identity, which a fold keeps for every row that did not change. Rows that stand where they stood are only looked at; the price
 * of a set is paid from the first place on where one was put in between or taken away, which is nearly always the end.
 */
export function changesBetween(before: readonly Exchange[], after: readonly Exchange[]): RowChanges {
  const come: Exchange[] = []
  const gone: Exchange[] = []
  let place = 0
  for (; place < Math.min(before.length, after.length); place++) {
    const [old, row] = [before[place], after[place]]
    if (old === row || !old || !row) continue
    if (old.id !== row.id) break
    gone.push(old)
    come.push(row)
  }
  const left = new Set(before.slice(place))
  for (const row of after.slice(place)) if (!left.delete(row)) come.push(row)
  for (const row of left) gone.push(row)
  return { come, gone }
}

/** How many rows both lists begin with. */
export function commonLength(before: readonly Exchange[], after: readonly Exchange[]): number {
  const length = Math.min(before.length, after.length)
  let same = 0
  while (same < length && before[same] === after[same]) same += 1
  return same
}
