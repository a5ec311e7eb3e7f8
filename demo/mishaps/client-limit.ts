/** A function that returns as much as the page asks for. */

import { serverFunction } from '../live/view.ts'
import type { Mishap } from './mishap.ts'

const PAGE = 25

export const clientLimit: Mishap = {
  id: 'client-limit',
  title: 'The page sets the limit',
  says: 'The page says how many tags it wants and the server sends as many, so anyone may ask for all of them at once.',
  steps: [{ click: 'Show more', times: 5 }],
  page: (on, { store }) => ({
    template: `<h1>Popular tags</h1>
<button type="button" class="primary" data-shows-more="${on ? 'limit' : 'page'}">Show more</button>
<ul class="results" id="results" aria-label="Popular tags" dj-update="ignore"></ul>`,
    members: {
      popular: on
        ? serverFunction({ limit: { type: 'int' } }, ({ limit }) => store.mostUsed(limit))
        : serverFunction({ page: { type: 'int' } }, ({ page }) =>
            store.mostUsed(Math.min(20, Math.max(1, page)) * PAGE).slice(-PAGE),
          ),
    },
  }),
}
