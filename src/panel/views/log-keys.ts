/** Where a key leads in the log. */

/** The row to go to, or undefined for keys that are not the log's. `at` is the row that has the focus, or else is selected; -1 for none. */
export function rowForKey(key: string, at: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined
  const within = (index: number) => Math.max(0, Math.min(count - 1, index))
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at < 0 ? count - 1 : at - 1)
    case 'PageDown':
      return within(at + page)
    case 'PageUp':
      return within(at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
  }
  return undefined
}
