/** Is a trait another one now? Either every row says so, or more of them than chance explains. */
import type { Seen } from './finding.ts'
import { fisher } from './fisher.ts'
import { frequenciesOf } from './frequencies.ts'
import type { Sample } from './trait.ts'

export interface Contrast {
  before: Seen
  after: Seen
  /** Never the same before and after: what is done the same way every time needs no statistics. Else the probability of it by chance. */
  by: 'every' | { p: number }
  /** The rows, before and after, whose value the other log has less of. */
  rows: [string[], string[]]
}

/** Undefined when there is nothing to compare, or no difference at all. */
export function contrast(before: readonly Sample[], after: readonly Sample[]): Contrast | undefined {
  if (before.length === 0 || after.length === 0) return undefined
  const old = seenOf(before)
  const now = seenOf(after)
  const values = [...new Set([...old.values, ...now.values].map(([value]) => value))]
  const shares = values.map((value) => ({ value, hits: countOf(old, value), others: countOf(now, value) }))
  const isMore = new Map(shares.map(({ value, hits, others }) => [value, hits / old.n - others / now.n]))
  if ([...isMore.values()].every((difference) => difference === 0)) return undefined
  const isApart = shares.every(({ hits, others }) => hits === 0 || others === 0)
  // As many looks as there are values; with two, the second is the first again.
  const looks = values.length === 2 ? 1 : values.length
  const p = Math.min(
    1,
    looks * Math.min(...shares.map(({ hits, others }) => fisher(hits, old.n, others, now.n))),
  )
  return {
    before: old,
    after: now,
    by: isApart ? 'every' : { p },
    rows: [
      idsOf(before.filter(({ value }) => (isMore.get(value) ?? 0) > 0)),
      idsOf(after.filter(({ value }) => (isMore.get(value) ?? 0) < 0)),
    ],
  }
}

function seenOf(samples: readonly Sample[]): Seen {
  return { n: samples.length, values: frequenciesOf(samples.map(({ value }) => value)) }
}

function countOf({ values }: Seen, wanted: string): number {
  return values.find(([value]) => value === wanted)?.[1] ?? 0
}

function idsOf(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ rows }) => rows.map(({ id }) => id))
}
