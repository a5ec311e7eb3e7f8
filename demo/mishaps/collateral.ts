/** A re-render that takes the field away from the person who types in it. */

import { eventHandler } from '../live/view.ts'
import type { Tag } from '../tags/tag-store.ts'
import type { Mishap } from './mishap.ts'
import { SEARCH_FIELD } from './search-box.ts'

interface Search {
  q: string
  results: readonly Tag[]
}

export const collateral: Mishap = {
  id: 'collateral',
  title: 'The field is taken away',
  says: 'The template keys the field by what is typed, so each re-render puts a new field in its place: the focus goes, and with it the next keys.',
  steps: [{ type: 'reg', into: SEARCH_FIELD, pace: 'slowly' }],
  page: (on, { store }) => ({
    template: `<h1>Tags</h1>
<div class="field"${on ? ' dj-key="{{ q }}"' : ''}>
  <label for="q">${SEARCH_FIELD}</label>
  <input id="q" name="q" type="text" autocomplete="off" dj-input="search" dj-debounce="150">
</div>
<ul class="results" aria-label="Tags found">{% for tag in results %}<li dj-key="{{ tag.id }}">{{ tag.name }}</li>{% endfor %}</ul>`,
    mount: (): Search => ({ q: '', results: [] }),
    members: {
      search: eventHandler({ value: { type: 'str', default: '' } }, (state: Search, { value }) => {
        state.q = value.trim()
        state.results = store.search(state.q, 8)
      }),
    },
  }),
}
