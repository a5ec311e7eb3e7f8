/**
 * Remembers the answers of searches on the server. A function beside the view, made once: `lru_cache` on the method would never
 * hit, because each call mounts a fresh view and `self` is part of the key, and it would keep every one of those views alive.
 */

import type { Tag } from './tag-store.ts'

/** Answers kept; past it, the one asked for longest ago goes. */
const KEPT = 500

interface Searched {
  search(prefix: string, limit: number): Tag[]
  /** Moves with everything that may change an answer. */
  readonly changes: number
}

export function rememberSearches(store: Searched): (prefix: string, limit: number) => readonly Tag[] {
  const known = new Map<string, readonly Tag[]>()
  let changes = store.changes
  return (prefix, limit) => {
    if (changes !== store.changes) known.clear()
    changes = store.changes
    const key = `${limit} ${prefix.trim().toLowerCase()}`
    const found = known.get(key) ?? store.search(prefix, limit)
    // Asked for last, so it goes last.
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return found
  }
}
