/** A loop of calls, each of which waits for the one before. */

import { serverFunction } from '../live/view.ts'
import type { Mishap } from './mishap.ts'

export const chainedCalls: Mishap = {
  id: 'chained-calls',
  title: 'Calls in a loop',
  says: 'The page asks for one tag after the other, each time waiting for the answer, where one call could ask for all of them.',
  steps: [{ click: 'Count' }],
  page: (on, { store }) => ({
    template: `<h1>Usage</h1>
<p>How often are these tags used?</p>
<ul id="uses" dj-update="ignore">{% for tag in tags %}<li data-id="{{ tag.id }}">{{ tag.name }}</li>{% endfor %}</ul>
<button type="button" class="primary" data-counts="${on ? 'each' : 'all'}">Count</button>`,
    mount: () => ({ tags: store.mostUsed(8) }),
    members: {
      usage: serverFunction({ id: { type: 'int' } }, ({ id }) => store.usageOf(id)),
      usages: serverFunction({ ids: { type: 'list' } }, ({ ids }) =>
        ids.map((id) => store.usageOf(Number(id))),
      ),
    },
  }),
}
