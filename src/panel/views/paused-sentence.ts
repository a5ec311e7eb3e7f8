/** What came in a pause and is not to be seen for that, as a sentence. */
import { formatMany } from '../../core/numbers.ts'

/** Empty when nothing came in a pause. */
export function pausedSentence(count: number): string {
  if (count === 0) return ''
  const came = formatMany(count, 'exchange that came', 'exchanges that came')
  const stay =
    count === 1 ? 'stays hidden; a saved recording has it.' : 'stay hidden; a saved recording has them.'
  return `${came} in the pause ${stay}`
}
