/** Is it asked more often, or more seldom? A log knows what was asked, and not what a person did that asked nothing. */
import type { ClassFinding, Undecided, Unsaid } from './finding.ts'
import { fisher } from './fisher.ts'
import { isAsked } from './group.ts'
import { binomialTail } from './normal.ts'
import { isOtherKind, namesOf, type Pair } from './pairs.ts'

/** The chance of a note on two logs of one build in which people did things in the same shares. */
const ALPHA = 0.01

/** `isSameActions`: a person vouches that both logs did the same; then every difference is a change. */
export function timesOf(pairs: readonly Pair[], isSameActions: boolean): Unsaid<ClassFinding | Undecided>[] {
  const asked = pairs.filter((pair) => isAsked(pair.before.name) && !isOtherKind(pair.before, pair.after))
  const total = (side: 0 | 1) => asked.reduce((sum, pair) => sum + sizeOf(pair)[side], 0)
  const [all, allNow] = [total(0), total(1)]
  return asked.flatMap((pair): Unsaid<ClassFinding | Undecided>[] => {
    const [n, m] = sizeOf(pair)
    if (n === m) return []
    const rows: [string[], string[]] = [idsOf(pair.before), idsOf(pair.after)]
    if (isSameActions) {
      const [before, after] = [n, m].map((count) => ({ n: count, values: [] }))
      return before && after
        ? [{ type: 'class', kind: 'times-changed', ...namesOf(pair), before, after, by: 'every', rows }]
        : []
    }
    const isOdd = chanceOf(n, all - n, m, allNow - m) * asked.length <= ALPHA
    return isOdd ? [{ type: 'undecided', kind: 'times', ...namesOf(pair), before: n, after: m, rows }] : []
  })
}

/** Measured by all else that was asked in both logs; where that is nothing, as if both had lasted equally long. */
function chanceOf(n: number, others: number, m: number, otherOthers: number): number {
  if (others > 0 && otherOthers > 0) return fisher(n, n + others, m, m + otherOthers)
  return Math.min(1, 2 * binomialTail(n + m, 0.5, Math.max(n, m)))
}

function sizeOf({ before, after }: Pair): readonly [number, number] {
  return [before.rows.length, after.rows.length]
}

function idsOf({ rows }: Pair['before']): string[] {
  return rows.map(({ id }) => id)
}
