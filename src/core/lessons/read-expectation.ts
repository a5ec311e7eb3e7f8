/** Reads what the log must show: the words of a block `expect`. */
import { parseQuery } from '../query/parse-query.ts'
import { readAmount } from '../query/read-amount.ts'
import { tokenize } from '../query/tokens.ts'
import type { Expectation } from './lesson.ts'
import type { Place, Tell } from './place.ts'
import { readKeys } from './read-keys.ts'
import type { Line } from './read-pieces.ts'

const WORDS = {
  where: 'required',
  count: 'optional',
  within: 'optional',
  last: 'optional',
  without: 'optional',
} as const

const COUNT = /^(at least )?([1-9]\d{0,2})$/
const TIMES = new Map([
  ['ms', 1],
  ['s', 1_000],
])

/** What could not be read was told, and stands for something that nothing meets. */
export function readExpectation(lines: readonly Line[], at: Place, tell: Tell): Expectation {
  const { where, count, within, last, without } = readKeys(lines, at, WORDS, tell)
  for (const filter of [where, last, without]) if (filter) checkFilter(filter, tell)
  const expects: Expectation = { where: where?.text ?? '', count: readCount(count, tell) }
  if (within) expects.within = readTime(within, tell)
  if (last) expects.last = last.text
  if (without) expects.without = without.text
  if (count && expects.count.isExact && !within)
    tell(count, 'An exact count needs within: one row more, later, would otherwise spoil the step for good.')
  return expects
}

function checkFilter({ line, column, text }: Line, tell: Tell): void {
  const { terms, problems } = parseQuery(text)
  for (const { from, says } of problems) tell({ line, column: column + from }, says)
  const unread = tokenize(text).find(({ place }) => !terms.some(({ from }) => from === place.from))
  if (unread) tell({ line, column: column + unread.place.from }, 'This part of the filter is not finished.')
}

function readCount(count: Line | undefined, tell: Tell): Expectation['count'] {
  if (!count) return { least: 1, isExact: false }
  const [, least, digits] = COUNT.exec(count.text) ?? []
  if (digits === undefined) tell(count, 'count is a number, such as 1, or at least 3.')
  return { least: Number(digits ?? 1), isExact: least === undefined }
}

function readTime(within: Line, tell: Tell): number {
  const ms = readAmount(within.text, TIMES)
  if (ms === undefined || ms === 0) tell(within, 'within is a time, such as 150 ms or 2 s.')
  return ms ?? 0
}
