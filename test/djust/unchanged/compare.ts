/** Compares what was seen of two drives, once what differs by itself has been named. */
import { nameNonces } from './nonces.ts'
import { ASPECTS, type Testimony } from './witness.ts'

/**
 * Every difference, an entry and aspect each, with the first line in which the two are not alike.
 * Counts in `met` which nonces there were.
 */
export function compare(
  one: readonly Testimony[],
  other: readonly Testimony[],
  met: Map<string, number> = new Map(),
): string[] {
  const entries = new Set([...one, ...other].map(({ entry }) => entry))
  return [...entries].flatMap((name) => {
    const [mine, theirs] = [one, other].map((drive) => drive.find(({ entry }) => entry === name))
    if (!mine || !theirs) return [`${name}: only one of them came to it`]
    const unrest = mine.unrest ?? theirs.unrest
    if (unrest) return [`${name}: the page does not come to rest, ${unrest}`]
    return ASPECTS.flatMap((aspect) => {
      const [left, right] = [mine, theirs].map((seen) => {
        const lines = nameNonces(seen[aspect], met)
        // Only when the nonces have names is there an order that is the same in both.
        return hasOrder(aspect, name) ? lines : lines.sort()
      })
      return left && right ? differenceOf(`${name}, ${aspect}`, left, right) : []
    })
  })
}

/** Requests end as they like; over SSE what was posted is answered on another connection, and the page may complain of either first. */
const hasOrder = (aspect: string, entry: string) =>
  aspect !== 'requests' && !(aspect === 'console' && entry.endsWith(' over sse'))

function differenceOf(what: string, left: readonly string[], right: readonly string[]): string[] {
  const longer = left.length > right.length ? left : right
  const at = longer.findIndex((_, index) => left[index] !== right[index])
  if (at < 0) return []
  const shown = (lines: readonly string[]) => around(lines[at], firstDifference(left[at], right[at]))
  return [
    `${what}, line ${at + 1} (of ${left.length} and ${right.length}):\n  one:   ${shown(left)}\n  other: ${shown(right)}`,
  ]
}

function firstDifference(left = '', right = ''): number {
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return at
  return left.length
}

/** A frame may be long: enough of it to see where it differs. */
function around(line: string | undefined, at: number): string {
  if (line === undefined) return '(nothing)'
  const from = Math.max(0, at - 120)
  return `${from > 0 ? '…' : ''}${line.slice(from, at + 180)}${line.length > at + 180 ? '…' : ''}`
}
