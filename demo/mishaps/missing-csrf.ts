/** A page that forgot its token. */

import type { Mishap } from './mishap.ts'
import { searchBox, searchTags } from './search-box.ts'
import { searchesFor } from './three-searches.ts'

export const missingCsrf: Mishap = {
  id: 'missing-csrf',
  title: 'No CSRF token',
  says: 'The page’s template lacks {% csrf_token %}, so every call is refused with 403 before the function is asked.',
  steps: searchesFor('reg', 'saf'),
  page: (on, { store }) => ({
    template: searchBox(),
    members: { search_tags: searchTags(store) },
    frame: { csrf: !on },
  }),
}
