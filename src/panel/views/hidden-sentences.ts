/** What is held and not to be seen, in sentences: how much, and what hides it. */
import type { Exchange } from '../../core/exchange.ts'
import type { Filter } from '../store/filter.ts'
import { KINDS } from './kinds.ts'
import { formatCount, formatMany } from './numbers.ts'

/** Why none of these rows passes: their kind, the words, or both in turn. */
export function filteredSentence(
  rows: readonly Exchange[],
  { chips, text }: Pick<Filter, 'chips' | 'text'>,
): string {
  const chosen = [...chips.value]
  const words = text.value.trim()
  const held = formatMany(rows.length, 'exchange is held', 'exchanges are held')
  const none = rows.length === 1 ? 'it' : 'none of them'
  const not = rows.length === 1 ? 'not a' : 'a'
  const names = chosen.map((chip) => KINDS[chip].one).join(' or ')
  const ofKind = rows.filter(({ kind }) => chosen.some((chip) => chip === kind)).length
  if (chosen.length === 0)
    return `${held}; ${none} ${rows.length === 1 ? 'does not pass' : 'passes'} “${words}”.`
  if (ofKind === 0) return `${held}; ${none} is ${not} ${names}.`
  return `${held}; ${formatCount(ofKind)} of the kind that is chosen (${names}), and none of that passes “${words}”.`
}

/** Empty when nothing came in a pause. */
export function pausedSentence(count: number): string {
  if (count === 0) return ''
  const came = formatMany(count, 'exchange that came', 'exchanges that came')
  const stay =
    count === 1 ? 'stays hidden; a saved recording has it.' : 'stay hidden; a saved recording has them.'
  return `${came} in the pause ${stay}`
}
