/** A server that is quick and far away. */

import type { Mishap } from './mishap.ts'
import { searchBox, searchTags } from './search-box.ts'
import { THREE_SEARCHES } from './three-searches.ts'

/** ms. */
const FAR = 900

export const slowNetwork: Mishap = {
  id: 'slow-network',
  title: 'A slow network',
  says: 'The server needs a few milliseconds, as it says itself (Server-Timing), and the answer is nearly a second under way.',
  steps: THREE_SEARCHES,
  page: (on, { store }) => ({
    template: searchBox(),
    members: { search_tags: searchTags(store) },
    ...(on && { far: FAR }),
  }),
}
