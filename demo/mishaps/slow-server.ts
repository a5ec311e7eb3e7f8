/** A function that takes its time. */

import { setTimeout as pause } from 'node:timers/promises'
import type { Mishap } from './mishap.ts'
import { searchBox, searchTags } from './search-box.ts'
import { THREE_SEARCHES } from './three-searches.ts'

/** ms. */
const SLOW = 900

export const slowServer: Mishap = {
  id: 'slow-server',
  title: 'A slow server',
  says: 'The function needs nearly a second for each search, and says so itself (Server-Timing): the wait is the server’s.',
  steps: THREE_SEARCHES,
  page: (on, { store }) => ({
    template: searchBox(),
    members: { search_tags: searchTags(store, on ? () => pause(SLOW) : undefined) },
  }),
}
