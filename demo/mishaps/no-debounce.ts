/** A field that asks at every key. */

import type { Mishap } from './mishap.ts'
import { SEARCH_FIELD, searchBox, searchTags } from './search-box.ts'

export const noDebounce: Mishap = {
  id: 'no-debounce',
  title: 'Every key asks',
  says: 'The field asks the server at every key, instead of when the typing pauses.',
  steps: [{ type: 'regression', into: SEARCH_FIELD }],
  page: (on, { store }) => ({
    template: searchBox({ pause: on ? 0 : 150 }),
    members: { search_tags: searchTags(store) },
  }),
}
