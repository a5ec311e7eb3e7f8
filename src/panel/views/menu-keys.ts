/** Where a key leads in a menu (ARIA's pattern): round and round, to either end, and to the next item that begins with a letter. */

export function itemForKey<T extends { textContent: string | null }>(
  key: string,
  items: readonly T[],
  current: T | undefined,
): T | undefined {
  const at = current ? items.indexOf(current) : -1
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length]
    case 'ArrowUp':
      return items.at(Math.max(at, 0) - 1)
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
  }
  if (key.length !== 1 || key === ' ') return undefined
  const following = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return following.find(({ textContent }) => textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}
