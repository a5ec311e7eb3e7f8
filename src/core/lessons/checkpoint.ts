/** Judges whether the log shows what a step asks for: rows in, verdict out. */
import type { Exchange } from '../exchange.ts'
import { startOf } from '../moments.ts'
import { formatMany, formatMs } from '../numbers.ts'
import { matcher } from '../query/matcher.ts'
import { parseQuery } from '../query/parse-query.ts'
import type { Expectation } from './lesson.ts'

export type Judgment =
  /** `through`: the index of the row that met it; what follows belongs to the next step. */
  | { isMet: true; through: number }
  /** `says`: how far it is, or what spoke against the newest try; empty while nothing has come. */
  | { isMet: false; says: string }

interface Found {
  row: Exchange
  index: number
}

/** Judges the rows since the step began, in time order. Remembers nothing, so that rows may still change. */
export type Checkpoint = (rows: readonly Exchange[]) => Judgment

export function createCheckpoint(expects: Expectation): Checkpoint {
  const test = (filter: string | undefined) =>
    filter === undefined ? undefined : matcher(parseQuery(filter))
  const [where, last, without] = [test(expects.where), test(expects.last), test(expects.without)]
  return (rows) => {
    const found = rows.flatMap((row, index): Found[] => (where?.(row) ? [{ row, index }] : []))
    let says = ''
    for (const [place, { row, index }] of found.entries()) {
      if (last && !last(row)) continue
      const why =
        countShort(found, place, expects) ??
        (without && spoiltBy(rows.slice(startOfTry(found, place, expects), index).filter(without)))
      if (why === undefined) return { isMet: true, through: index }
      says = why
    }
    return { isMet: false, says }
  }
}

/** Why the rows that end at `place` are too few, too slow or too many; undefined when they are right. */
function countShort(found: readonly Found[], place: number, expects: Expectation): string | undefined {
  const { count, within = Number.POSITIVE_INFINITY } = expects
  const end = found[place]
  const first = found[place - count.least + 1]
  if (!end || !first) return `${place + 1} of ${count.least} so far.`
  if (!isWithin(first, end, within))
    return `${count.least} came, but not within ${formatMs(within)}. Try again.`
  if (!count.isExact) return undefined
  const crowd = found.slice(0, place + 1).filter((each) => isWithin(each, end, within)).length
  return crowd > count.least
    ? `${crowd} came within ${formatMs(within)}; it should be ${count.least}. Try again.`
    : undefined
}

/** Moments of two documents are not compared. */
function isWithin(a: Found, b: Found, ms: number): boolean {
  return a.row.doc === b.row.doc ? startOf(b.row) - startOf(a.row) <= ms : ms === Number.POSITIVE_INFINITY
}

/** The index after the row that ended the try before this one. */
function startOfTry(found: readonly Found[], place: number, { count }: Expectation): number {
  return (found[place - count.least]?.index ?? -1) + 1
}

function spoiltBy(rows: readonly Exchange[]): string | undefined {
  const [first] = rows
  if (!first) return undefined
  return `Before it came ${formatMany(rows.length, 'row', 'rows')} that should not have come: ${first.kind} ${first.name}. Try again.`
}
