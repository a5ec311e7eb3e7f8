/** Where a key leads in a tree: up and down through what is drawn, right into a branch, left to what it stands in. */

interface Row {
  branch: object | undefined
  isOpen: boolean
  /** Index of the row it stands in; -1 for the first. */
  parent: number
}

export type TreeMove = { to: number } | 'toggle'

/** Undefined for a key that is not a tree's, or leads nowhere. */
export function moveInTree(key: string, rows: readonly Row[], at: number): TreeMove | undefined {
  const row = rows[at]
  if (!row) return undefined
  const go = (to: number): TreeMove => ({ to: Math.max(0, Math.min(rows.length - 1, to)) })
  switch (key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'Home':
      return go(0)
    case 'End':
      return go(rows.length - 1)
    case 'ArrowRight':
      if (!row.branch) return undefined
      return row.isOpen ? go(at + 1) : 'toggle'
    case 'ArrowLeft':
      if (row.isOpen) return 'toggle'
      return row.parent < 0 ? undefined : go(row.parent)
    case 'Enter':
    case ' ':
      return row.branch ? 'toggle' : undefined
  }
  return undefined
}
