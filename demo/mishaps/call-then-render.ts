/** A call that is always followed by a dispatch, which could have done both. */

import { eventHandler, serverFunction } from '../live/view.ts'
import type { Tag } from '../tags/tag-store.ts'
import type { Mishap } from './mishap.ts'

interface Chosen {
  popular: readonly Tag[]
  selected_tags: Tag[]
}

export const callThenRender: Mishap = {
  id: 'call-then-render',
  title: 'A call, then a dispatch',
  says: 'The page first calls a function to see whether there is such a tag, and then dispatches to add it, every time: two trips for one.',
  steps: ['bug', 'regression', 'enhancement', 'documentation'].map((name) => ({ click: `Add ${name}` })),
  page: (on, { store }) => ({
    template: `<h1>New issue</h1>
{% include "chips.html" %}
<p class="doors">{% for tag in popular %}<button type="button" ${
      on ? 'data-asks-first="{{ tag.id }}"' : 'dj-click="add_tag" dj-value-id:int="{{ tag.id }}"'
    }>Add {{ tag.name }}</button>{% endfor %}</p>`,
    mount: (): Chosen => ({ popular: store.mostUsed(6), selected_tags: [] }),
    members: {
      find_tag: serverFunction({ id: { type: 'int' } }, ({ id }) => store.tag(id)),
      add_tag: eventHandler({ id: { type: 'int' } }, (state: Chosen, { id }) => {
        const tag = store.tag(id)
        if (tag && state.selected_tags.every((selected) => selected.id !== id)) state.selected_tags.push(tag)
      }),
      remove_tag: eventHandler({ id: { type: 'int' } }, (state: Chosen, { id }) => {
        state.selected_tags = state.selected_tags.filter((tag) => tag.id !== id)
      }),
    },
  }),
}
