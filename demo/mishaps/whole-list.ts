/** A list without keys, to whose top something is added. */

import { eventHandler } from '../live/view.ts'
import type { Tag } from '../tags/tag-store.ts'
import type { Mishap } from './mishap.ts'

interface Reading {
  items: Tag[]
}

const AT_FIRST = 30

export const wholeList: Mishap = {
  id: 'whole-list',
  title: 'The whole list again',
  says: 'The items of the list have no keys, so for one that is added to the top every other is patched to show what its neighbour showed.',
  steps: [{ click: 'Add to the top', times: 3 }],
  page: (on, { store }) => ({
    template: `<h1>Reading list</h1>
<button type="button" class="primary" dj-click="add">Add to the top</button>
<ul class="results" aria-label="Reading list">{% for item in items %}<li${
      on ? '' : ' dj-key="{{ item.id }}"'
    }>{{ item.name }}</li>{% endfor %}</ul>`,
    mount: (): Reading => ({ items: store.mostUsed(AT_FIRST) }),
    members: {
      add: eventHandler({}, (state: Reading) => {
        const next = store.mostUsed(state.items.length + 1).at(-1)
        if (next) state.items.unshift(next)
      }),
    },
  }),
}
