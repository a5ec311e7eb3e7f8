/** A page in which each new element keeps the browser busy while the patches are applied. */

import { eventHandler } from '../live/view.ts'
import type { Tag } from '../tags/tag-store.ts'
import type { Mishap } from './mishap.ts'

interface Shown {
  tags: readonly Tag[]
}

/** How many each click adds. */
const MORE = 16

export const slowApply: Mishap = {
  id: 'slow-apply',
  title: 'A slow page',
  says: 'Each tag is a custom element that works for ten milliseconds when it is put into the page, and the page stands still meanwhile.',
  steps: [{ click: 'Show more', times: 3 }],
  page: (on, { store }) => ({
    template: `<h1>Popular tags</h1>
<button type="button" class="primary" dj-click="more">Show more</button>
<ul class="results" aria-label="Popular tags">{% for tag in tags %}<li dj-key="{{ tag.id }}">${
      on ? '<costly-tag>{{ tag.name }}</costly-tag>' : '{{ tag.name }}'
    }</li>{% endfor %}</ul>`,
    mount: (): Shown => ({ tags: [] }),
    members: {
      more: eventHandler({}, (state: Shown) => {
        state.tags = store.mostUsed(state.tags.length + MORE)
      }),
    },
  }),
}
