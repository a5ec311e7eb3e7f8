/** How often which value was seen. */

/** The most frequent first; those that are equally frequent by the alphabet, so that the order of rows does not matter. */
export function frequenciesOf(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
