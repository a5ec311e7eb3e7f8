/** A page script inside the view, which a mount runs once more. */

import type { Mishap } from './mishap.ts'
import { searchBox, searchTags } from './search-box.ts'
import { searchesFor } from './three-searches.ts'

export const scriptTwice: Mishap = {
  id: 'script-twice',
  title: 'A script that runs twice',
  says: 'The page’s script stands inside the view, so the mount runs it a second time, and everything it listens to is done twice.',
  steps: searchesFor('reg', 'saf'),
  page: (on, { store }) => ({
    template: searchBox() + (on ? '\n<script src="/mishaps.js"></script>' : ''),
    members: { search_tags: searchTags(store) },
    frame: { script: !on },
  }),
}
