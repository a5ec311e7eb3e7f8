/** The figures of rows as one would count them by hand, without a memory: what every faster way must agree with. */
import type { Exchange } from '../../src/core/exchange.ts'
import { durationOf } from '../../src/core/moments.ts'
import type { Figures } from '../../src/core/statistics/figures.ts'
import { EDGES, type Spread } from '../../src/core/statistics/spread.ts'
import { phasesOf } from '../../src/core/timing.ts'

const NAMES = ['queued', 'server + network', 'held', 'applied', 'painted'] as const

export function naiveFigures(rows: readonly Exchange[]): Figures {
  const decided = rows.filter(({ verdict }) => !['pending', 'unknown'].includes(verdict.render))
  const counted = rows.filter(({ dom }) => dom !== undefined)
  const sum = (numberOf: (row: Exchange) => number) => rows.reduce((all, row) => all + numberOf(row), 0)
  return {
    n: rows.length,
    errors: rows.filter(({ status }) => ['error', 'limited', 'lost'].includes(status)).length,
    pending: rows.filter(({ status }) => status === 'pending').length,
    decided: decided.length,
    rerenders: rows.filter(({ verdict }) => ['patched', 'replaced', 'local'].includes(verdict.render)).length,
    time: naiveSpread(rows.map(durationOf)),
    server: naiveSpread(rows.map(({ times }) => times.server)),
    phases: NAMES.map((name, place) => ({
      name,
      spread: naiveSpread(
        rows.map(({ times }) => {
          const span = phasesOf(times)[place]?.span
          return typeof span === 'object' ? span.duration : undefined
        }),
      ),
    })),
    sent: sum(({ sent }) => sent),
    received: sum(({ received }) => received),
    patches: sum(({ patches }) => patches),
    counted: counted.length,
    nodes: sum(({ dom }) => dom?.nodes ?? 0),
  }
}

export function naiveSpread(observed: readonly (number | undefined)[]): Spread | undefined {
  const values = observed.filter((value) => value !== undefined)
  if (values.length === 0) return undefined
  // The definition itself, word by word.
  const percentile = (percent: number) =>
    Math.min(
      ...values.filter(
        (value) => values.filter((each) => each <= value).length * 100 >= percent * values.length,
      ),
    )
  const edges = [Number.NEGATIVE_INFINITY, ...EDGES, Number.POSITIVE_INFINITY]
  return {
    n: values.length,
    p50: percentile(50),
    p75: percentile(75),
    p95: percentile(95),
    max: Math.max(...values),
    bins: edges.slice(1).map((edge, place) => {
      const from = edges[place] ?? 0
      return values.filter((value) => value >= from && value < edge).length
    }),
  }
}
