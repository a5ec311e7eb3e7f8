/** Says in words what a step asks of the log. */
import { formatMany, formatMs } from '../numbers.ts'
import type { Expectation } from './lesson.ts'

/** Each filter with the words before it, in the order in which a person reads them. */
export function wordsFor({
  where,
  count,
  within,
  last,
  without,
}: Expectation): { says: string; filter: string }[] {
  const least = count.isExact ? 'Exactly' : 'At least'
  const time = within === undefined ? '' : ` within ${formatMs(within)}`
  return [
    { says: `${least} ${formatMany(count.least, 'row', 'rows')}${time} like`, filter: where },
    ...(last === undefined ? [] : [{ says: 'the last of them like', filter: last }]),
    ...(without === undefined ? [] : [{ says: 'and before it none like', filter: without }]),
  ]
}
