/** Three words to look for, one after the other: enough to tell a habit from an accident. */

import type { Step } from './mishap.ts'
import { SEARCH_FIELD } from './search-box.ts'

export const THREE_SEARCHES: readonly Step[] = searchesFor('reg', 'saf', 'log')

export function searchesFor(...words: readonly string[]): Step[] {
  return words.flatMap((word, index): Step[] => [
    ...(index > 0 ? [{ empty: SEARCH_FIELD }] : []),
    { type: word, into: SEARCH_FIELD },
  ])
}
