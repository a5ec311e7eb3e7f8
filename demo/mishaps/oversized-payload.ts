/** A search that happens in the page, after everything was sent to it. */

import { serverFunction } from '../live/view.ts'
import type { Mishap } from './mishap.ts'
import { searchBox, searchTags } from './search-box.ts'
import { searchesFor } from './three-searches.ts'

/** More than there are. */
const ALL = 100_000
const ABOUT =
  'Say in one or two sentences what belongs under this tag, and what does not, with an example of each.'

export const oversizedPayload: Mishap = {
  id: 'oversized-payload',
  title: 'Everything is sent',
  says: 'The function answers with all five thousand tags and what is written about each, and the page picks the eight that fit.',
  steps: searchesFor('reg', 'saf'),
  page: (on, { store }) => ({
    template: searchBox({ filters: on }),
    members: {
      search_tags: on
        ? serverFunction({ q: { type: 'str' } }, () =>
            store.mostUsed(ALL).map((tag) => ({ ...tag, about: ABOUT })),
          )
        : searchTags(store),
    },
  }),
}
