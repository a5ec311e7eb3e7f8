/** The attribute that the tutorial writes and no djust reads. */

import { eventHandler } from '../live/view.ts'
import type { Tag } from '../tags/tag-store.ts'
import type { Mishap } from './mishap.ts'

interface Chosen {
  selected_tags: Tag[]
  removals: number
}

export const ignoredPayload: Mishap = {
  id: 'ignored-payload',
  title: 'A payload that is not sent',
  says: 'The button carries its tag in dj-payload-id, which djust does not read: the event is sent without it, and no tag goes.',
  steps: ['bug', 'regression'].map((name) => ({ click: `Remove ${name}` })),
  page: (on, { store }) => ({
    template: `<h1>New issue</h1>
<ul class="chips" aria-label="Selected tags">{% for tag in selected_tags %}<li dj-key="{{ tag.id }}">{{ tag.name }}<button type="button"
  dj-click="remove_tag" dj-${on ? 'payload' : 'value'}-id="{{ tag.id }}" aria-label="Remove {{ tag.name }}">×</button></li>{% endfor %}</ul>`,
    mount: (): Chosen => ({ selected_tags: store.mostUsed(5), removals: 0 }),
    members: {
      remove_tag: eventHandler({ id: { type: 'int', default: 0 } }, (state: Chosen, { id }) => {
        // To djust a list that was assigned anew is a change, whatever is in it (djust-wire 2.10): it renders, and finds nothing.
        state.removals += 1
        state.selected_tags = state.selected_tags.filter((tag) => tag.id !== id)
      }),
    },
    frame: { payload: 'ignored' },
  }),
}
