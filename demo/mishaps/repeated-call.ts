/** A page that forgets what it has just been told. */

import type { Mishap } from './mishap.ts'
import { searchBox, searchTags } from './search-box.ts'
import { searchesFor } from './three-searches.ts'

export const repeatedCall: Mishap = {
  id: 'repeated-call',
  title: 'The same question again',
  says: 'What was asked a moment ago is asked again, because the page remembers no answer.',
  steps: searchesFor('reg', 'reg', 'reg', 'reg'),
  page: (on, { store }) => ({
    template: searchBox({ remembers: !on }),
    members: { search_tags: searchTags(store) },
  }),
}
