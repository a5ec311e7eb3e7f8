/** Paths into params and results, and the values at their ends, as the newest rows have them. */
import type { Exchange } from '../exchange.ts'
import { isRecord } from '../is-record.ts'
import type { PathKey } from './key.ts'
import { byCount, type Offer, tally } from './offered-values.ts'
import { parsePath, valuesAt, writePath } from './path.ts'

/** How many of the newest rows are looked at; how many payloads are parsed, and how much of them in all, bytes. */
const LOOKED_AT = 1_000
const PARSED = 300
const MOST_TEXT = 2_000_000
/** How deep and how wide a payload is looked into. */
const DEEPEST = 4
const WIDEST = 50

/** As they are typed: `param.user.name`. An index of an array is left out, for all its items are looked through. */
export function offeredPaths(key: PathKey, rows: readonly Exchange[]): Offer[] {
  const counts = tally(rootsIn(key, rows), (root) => pathsIn(root))
  return [...counts].map(([path, count]) => ({ value: `${key.name}.${path}`, count })).sort(byCount)
}

export function offeredPathValues(key: PathKey, path: string, rows: readonly Exchange[]): Offer[] {
  const names = parsePath(path)
  const counts = tally(rootsIn(key, rows), (root) =>
    valuesAt(root, names)
      .filter((value) => typeof value !== 'object' || value === null)
      .slice(0, WIDEST)
      .map(String),
  )
  return [...counts].map(([value, count]) => ({ value, count })).sort(byCount)
}

function rootsIn({ rootsOf }: PathKey, rows: readonly Exchange[]): unknown[] {
  const roots: unknown[] = []
  let text = 0
  const oldest = Math.max(0, rows.length - LOOKED_AT)
  for (let at = rows.length - 1; at >= oldest && roots.length < PARSED && text < MOST_TEXT; at--) {
    const row = rows[at]
    if (!row) continue
    const found = rootsOf(row)
    if (found.length > 0) text += row.sent + row.received
    roots.push(...found)
  }
  return roots
}

function pathsIn(root: unknown): Set<string> {
  const paths = new Set<string>()
  let level: (readonly [names: readonly string[], value: unknown])[] = [[[], root]]
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next: typeof level = []
    for (const [names, value] of level.slice(0, WIDEST))
      for (const item of (Array.isArray(value) ? value : [value]).slice(0, WIDEST))
        for (const [name, child] of isRecord(item) ? Object.entries(item).slice(0, WIDEST) : []) {
          paths.add(writePath([...names, name]))
          next.push([[...names, name], child])
        }
    level = next
  }
  return paths
}
