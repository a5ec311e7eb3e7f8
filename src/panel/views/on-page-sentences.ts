/** What pointing at a row has shown of the page as it is now: what is still there, and what is one of several. */
import { formatCount } from '../../core/numbers.ts'
import type { Pointed } from '../store/pointer.ts'

/** Nothing where everything was found, as the page itself shows it then. */
export function onPageSentences({ outlines, reached }: Pointed): string[] {
  if (!reached.ok) return [reached.says]
  return outlines.flatMap(({ word, nodes }, index) => {
    const found = reached.value[index] ?? -1
    const what = word === 'asked' ? 'What asked' : 'What was re-rendered'
    if (found < 0) return [`${what} cannot be looked up by its description.`]
    if (found === 0) return [`${what} is no longer on the page.`]
    if (found < nodes)
      return [
        `${formatCount(nodes - found)} of its ${formatCount(nodes)} re-rendered nodes are no longer on the page.`,
      ]
    if (nodes === 1 && found > 1)
      return [`${what} is one of ${formatCount(found)} such elements on the page.`]
    return []
  })
}
