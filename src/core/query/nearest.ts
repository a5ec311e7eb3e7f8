/** Finds the word that a misspelt one was probably meant to be. */

/** Longer ones are no misspelling of a word of ours, and would take their time. */
const LONGEST = 30

/** Undefined when none is near: none begins with the other, or is two slips away at most. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  if (lower === '' || lower.length > LONGEST) return undefined
  const begun = words.find((each) => each.startsWith(lower) || (each.length > 2 && lower.startsWith(each)))
  if (begun !== undefined) return begun
  const allowed = lower.length < 4 ? 1 : 2
  let best: string | undefined
  let least = allowed + 1
  for (const each of words) {
    const slips = distance(lower, each)
    if (slips >= least) continue
    best = each
    least = slips
  }
  return best
}

/** Letters to add, leave out, change or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      next.push(slips)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
