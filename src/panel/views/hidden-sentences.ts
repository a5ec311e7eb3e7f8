/** What is held and not to be seen, in sentences: how much, and what hides it. */
import type { Exchange } from '../../core/exchange.ts'
import { KINDS } from '../../core/kinds.ts'
import { formatCount, formatMany } from '../../core/numbers.ts'
import type { Filter } from '../store/filter.ts'

/**
 * Why none of these rows is seen: the stretch of time, or else their kind, the words, or both in turn. System rows that are not chosen
 * stand apart. `passing`: how many pass words and kinds.
 */
export function filteredSentence(
  rows: readonly Exchange[],
  passing: number,
  { chips, system, text, hasKind }: Pick<Filter, 'chips' | 'system' | 'text' | 'hasKind'>,
): string {
  if (passing > 0)
    return `${formatMany(passing, 'exchange passes', 'exchanges pass')} words and kinds, and none lies in the stretch of time that is chosen in the overview.`
  const { value: isOfKind } = hasKind
  const hidden = count(rows, (row) => row.kind === 'system' && !isOfKind(row))
  const seen = rows.length - hidden
  if (seen === 0) return 'Only system rows are held, and those are hidden.'
  const words = text.value.trim()
  const { held, none } = hidden === 0 ? counted(seen) : countedBeside(seen, hidden)
  if (chips.value.size === 0) return `${held}; ${none} ${seen === 1 ? 'does not pass' : 'passes'} “${words}”.`
  const ofKind = count(rows, isOfKind)
  const names = [...chips.value].map((chip) => KINDS[chip].one)
  const chosen = [...names, ...(system.value ? ['system row'] : [])].join(' or ')
  if (ofKind === 0) return `${held}; ${none} is ${seen === 1 ? 'not a' : 'a'} ${chosen}.`
  return `${held}; ${formatCount(ofKind)} of the kind that is chosen (${chosen}), and none of that passes “${words}”.`
}

/** As `filter` would, without a list of 100,000 rows. */
function count(rows: readonly Exchange[], is: (row: Exchange) => boolean): number {
  let many = 0
  for (const row of rows) if (is(row)) many += 1
  return many
}

function counted(count: number) {
  return {
    held: formatMany(count, 'exchange is held', 'exchanges are held'),
    none: count === 1 ? 'it' : 'none of them',
  }
}

function countedBeside(count: number, hidden: number) {
  const exchanges = formatMany(count, 'exchange', 'exchanges')
  const systemRows = formatMany(hidden, 'hidden system row', 'hidden system rows')
  return {
    held: `${exchanges} and ${systemRows} are held`,
    none: count === 1 ? 'the exchange' : `none of the ${formatCount(count)}`,
  }
}
