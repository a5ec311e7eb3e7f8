/** A re-render that does what the page has done by hand already. */

import { eventHandler } from '../live/view.ts'
import type { Tag } from '../tags/tag-store.ts'
import type { Mishap } from './mishap.ts'

interface Stars {
  tags: (Tag & { starred: boolean })[]
}

export const wastedRender: Mishap = {
  id: 'wasted-render',
  title: 'Rendered for nothing',
  says: 'The page’s script presses the star itself, and the server renders the same star: its patches come, and nothing changes.',
  steps: ['bug', 'regression', 'enhancement', 'bug'].map((name) => ({ click: `Star ${name}` })),
  page: (on, { store }) => ({
    template: `<h1>Favourites</h1>
<p class="doors">{% for tag in tags %}<button type="button" dj-key="{{ tag.id }}" aria-pressed="{% if tag.starred %}true{% else %}false{% endif %}"
  dj-click="star" dj-value-id:int="{{ tag.id }}"${on ? ' data-presses-itself' : ''}>Star {{ tag.name }}</button>{% endfor %}</p>`,
    mount: (): Stars => ({ tags: store.mostUsed(5).map((tag) => ({ ...tag, starred: false })) }),
    members: {
      star: eventHandler({ id: { type: 'int' } }, (state: Stars, { id }) => {
        for (const tag of state.tags) if (tag.id === id) tag.starred = !tag.starred
      }),
    },
  }),
}
