/** The lines of a comparison: which numbers of which pair there are enough of to test. */
import type { Exchange } from '../exchange.ts'
import { percentileOf } from '../percentile.ts'
import { isSame } from '../same.ts'
import { MEASURES, type Measure } from './measures.ts'
import { logChoose } from './normal.ts'
import type { Pair } from './pairs.ts'

/** With fewer than 8 values on either side even samples that lie wholly apart are soon lost among the lines of a comparison. */
export const FEWEST = 8
/** The clock of a page may tick in whole ms; what nearly never lasts longer than that is no line, ms. */
const TICK = 2
/** Of the error that is allowed so much is for the time that the server takes, the rest for everything else. */
const FIRST_SHARE = 0.8

/** Both sorted. */
export interface Line {
  pair: Pair
  measure: Measure
  before: readonly number[]
  after: readonly number[]
}

/** The lines that can be tested at that α; and the pairs of those that cannot, though their numbers differ. */
export function linesOf(pairs: readonly Pair[], alpha: number): { lines: Line[]; few: Pair[] } {
  const all = pairs.flatMap((pair) => MEASURES.map((measure) => lineOf(pair, measure))).filter(isWorthALook)
  const lines = testable(
    all.filter(({ before, after }) => before.length >= FEWEST && after.length >= FEWEST),
    alpha,
  )
  const tested = new Set(lines)
  const short = all.filter((line) => !tested.has(line) && !isSame(line.before, line.after))
  return { lines, few: [...new Set(short.map(({ pair }) => pair))] }
}

/** By how often it was seen and what it is, never by what was seen: so the correction stays exact. They add up to 1, or less. */
export function weightsOf(lines: readonly Line[]): number[] {
  const totals = { first: 0, also: 0 }
  for (const line of lines) totals[line.measure.asked] += sizeOf(line)
  return lines.map((line) => {
    const { asked } = line.measure
    return ((asked === 'first' ? FIRST_SHARE : 1 - FIRST_SHARE) * sizeOf(line)) / totals[asked]
  })
}

/**
 * A line that could not be found however far its samples lay apart only takes from the others (Tarone 1990). What is left out is
 * chosen by sizes alone, the smallest first.
 */
function testable(lines: readonly Line[], alpha: number): Line[] {
  const left = lines
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => sizeOf(b.line) - sizeOf(a.line) || (a.key < b.key ? -1 : 1))
    .map(({ line }) => line)
  for (;;) {
    const weights = weightsOf(left)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const hopeless = left.findLastIndex(
      (line, index) => leastP(line) > (alpha * (weights[index] ?? 0)) / total,
    )
    if (hopeless < 0) return left
    left.splice(hopeless, 1)
  }
}

/** The same from either side, so that which log came first does not decide what is left out. */
function keyOf({ pair: { before, after }, measure }: Line): string {
  return JSON.stringify([[before.name, after.name].map((name) => JSON.stringify(name)).sort(), measure.name])
}

/** Of all ways to deal the values out only two lie wholly apart. */
function leastP({ before, after }: Line): number {
  return 2 * Math.exp(-logChoose(before.length + after.length, before.length))
}

function sizeOf({ before, after }: Line): number {
  return Math.min(before.length, after.length)
}

function lineOf(pair: Pair, measure: Measure): Line {
  return {
    pair,
    measure,
    before: valuesOf(pair.before.rows, measure),
    after: valuesOf(pair.after.rows, measure),
  }
}

function valuesOf(rows: readonly Exchange[], { of }: Measure): number[] {
  const values: number[] = []
  for (const row of rows) {
    const value = of(row)
    if (value !== undefined) values.push(value)
  }
  return inOrder(values)
}

/** Judged on both logs at once, blind to which value is whose, so that it takes nothing from the test. */
function isWorthALook({ before, after, measure: { unit } }: Line): boolean {
  if (before.length === 0 || after.length === 0) return false
  const both = inOrder([...before, ...after])
  return both[0] !== both.at(-1) && (unit !== 'ms' || percentileOf(both, 90) >= TICK)
}

/** As numbers, many times faster than by comparing two at a time. */
function inOrder(values: readonly number[]): number[] {
  return Array.from(Float64Array.from(values).sort())
}
