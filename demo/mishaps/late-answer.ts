/** A page that draws whatever comes, in the order in which it comes. */

import { setTimeout as pause } from 'node:timers/promises'
import type { Mishap } from './mishap.ts'
import { SEARCH_FIELD, searchBox, searchTags } from './search-box.ts'

/** ms that one letter takes, because so many tags begin with it; longer than a person needs for the next one. */
const SLOW = 1500

export const lateAnswer: Mishap = {
  id: 'late-answer',
  title: 'Late answers are shown',
  says: 'A search for one letter takes longer than one for two, so its answer comes after the newer one, and the page draws it all the same.',
  steps: [
    { type: 'reg', into: SEARCH_FIELD, pace: 'slowly' },
    { empty: SEARCH_FIELD },
    { type: 'saf', into: SEARCH_FIELD, pace: 'slowly' },
  ],
  page: (on, { store }) => ({
    template: searchBox({ draws: on ? 'all' : 'newest' }),
    members: { search_tags: searchTags(store, (q) => pause([...q].length === 1 ? SLOW : 0)) },
  }),
}
