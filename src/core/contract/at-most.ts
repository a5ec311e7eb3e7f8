/** An upper limit of a number, read, written, and taken from what was seen: what patches and nodes have in common. */
import type { Exchange } from '../exchange.ts'
import type { Wants } from './contract.ts'
import type { Expectation } from './expectation.ts'
import { eachRow } from './judge.ts'

const LIMIT = /^(?:at most |≤ ?|<= ?)?(\d{1,12}(?:\.\d{1,6})?)( ms)?$/

/** `at most 4`, `≤ 4`, `<= 4` or 4; with the unit, ms, where there is one. */
export function readLimit(value: unknown, unit?: 'ms'): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined
  const [, digits, ms] = (typeof value === 'string' && LIMIT.exec(value.trim())) || []
  return digits === undefined || (ms !== undefined && unit !== 'ms') ? undefined : Number(digits)
}

/** In words, unless it is a number that they could not say. */
export function writeLimit(limit: number | undefined, unit?: 'ms'): string | number | undefined {
  if (limit === undefined) return undefined
  const words = `at most ${limit}${unit ? ` ${unit}` : ''}`
  return readLimit(words, unit) === limit ? words : limit
}

export function atMost(key: 'patches' | 'nodes', of: (row: Exchange) => number | undefined): Expectation {
  const limited = (limit: number): Wants => ({ [key]: limit })
  const infer = (rows: readonly Exchange[]) => {
    const most = rows.reduce((max, row) => Math.max(max, of(row) ?? 0), 0)
    return most === 0 ? {} : limited(withHeadroom(most))
  }
  return {
    key,
    example: 'at most 4',
    read(value) {
      const limit = readLimit(value)
      return limit === undefined ? undefined : limited(limit)
    },
    write: (wants) => writeLimit(wants[key]),
    judge(wants) {
      const limit = wants[key] ?? Number.POSITIVE_INFINITY
      return eachRow(
        (row) => (of(row) ?? 0) > limit,
        (row) => `has ${of(row)}`,
      )
    },
    infer,
    widen: (_, rows) => infer(rows),
    clash: () => undefined,
  }
}

/** A quarter more, and at least one: the next row of a list is no regression. */
function withHeadroom(most: number): number {
  return most + Math.max(1, Math.ceil(most / 4))
}
