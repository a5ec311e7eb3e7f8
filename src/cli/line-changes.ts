/** Which lines of a short text went and came, as a reviewer reads a diff. */

/** A line each, `-` or `+` before it, with its number in the text it stands in. */
export function lineChanges(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const kept = keptLines(old, now)
  const said: string[] = []
  let [at, to] = [0, 0]
  for (const [oldAt, nowAt] of [...kept, [old.length, now.length] as const]) {
    for (; at < oldAt; at++) said.push(`- ${at + 1}: ${old[at]}`)
    for (; to < nowAt; to++) said.push(`+ ${to + 1}: ${now[to]}`)
    at += 1
    to += 1
  }
  return said.map((line) => `${line}\n`).join('')
}

/** The longest common run of lines, as pairs of places. */
function keptLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const kept: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) kept.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}
