/** Which numbers of a pair of groups are others now, by a rank test, and which cannot be told. */
import { percentileOf } from '../percentile.ts'
import type { NumberFinding, Side, Undecided, Unsaid } from './finding.ts'
import { adjusted } from './holm.ts'
import { type Line, linesOf, weightsOf } from './lines.ts'
import { medianOf, shiftOf } from './location.ts'
import { mannWhitney } from './mann-whitney.ts'
import { namesOf, type Pair } from './pairs.ts'

/** The chance that a comparison of two logs of one build finds any number changed. */
const ALPHA = 0.01
/**
 * A smaller shift concerns nobody, however sure it is: the clock ticks, and refs and versions grow by a digit in a longer log.
 * In the unit, and as a share of the median.
 */
const LEAST = {
  ms: { amount: 1, share: 0.05 },
  bytes: { amount: 16, share: 0.05 },
  count: { amount: 0, share: 0 },
}

/** Corrected over all lines of all pairs. */
export function numbersOf(pairs: readonly Pair[]): Unsaid<NumberFinding | Undecided>[] {
  const { lines, few } = linesOf(pairs, ALPHA)
  const weights = weightsOf(lines)
  const chances = adjusted(
    lines.map(({ before, after }, index) => ({ p: mannWhitney(before, after), weight: weights[index] ?? 0 })),
  )
  const findings = lines.flatMap((line, index) => {
    const p = chances[index] ?? 1
    return p <= ALPHA ? findingOf(line, p) : []
  })
  return [...findings.filter((finding) => !isExplained(finding, findings)), ...few.map(tooFew)]
}

function findingOf({ pair, measure, before, after }: Line, p: number): Unsaid<NumberFinding>[] {
  const shift = shiftOf(before, after)
  const old = sideOf(before)
  const now = sideOf(after)
  const { name: kind, unit } = measure
  const { amount, share } = LEAST[unit]
  if (Math.abs(shift.value) < Math.max(amount, share * Math.max(old.median.value, now.median.value)))
    return []
  return [
    { type: 'number', kind, unit, ...namesOf(pair), before: old, after: now, shift, p, rows: idsOf(pair) },
  ]
}

/** The server's own time is part of what passes until the answer comes: where it explains at least half, it alone is named. */
function isExplained(finding: Unsaid<NumberFinding>, all: readonly Unsaid<NumberFinding>[]): boolean {
  if (finding.kind !== 'server + network') return false
  const own = all.find(({ kind, group }) => kind === 'server' && group === finding.group)
  return own !== undefined && own.shift.value / finding.shift.value >= 0.5
}

function tooFew(pair: Pair): Unsaid<Undecided> {
  const [before, after] = [pair.before.rows.length, pair.after.rows.length]
  return { type: 'undecided', kind: 'few', ...namesOf(pair), before, after, rows: idsOf(pair) }
}

function idsOf({ before, after }: Pair): [string[], string[]] {
  return [before.rows.map(({ id }) => id), after.rows.map(({ id }) => id)]
}

function sideOf(values: readonly number[]): Side {
  return { n: values.length, median: medianOf(values), p95: percentileOf(values, 95) }
}
