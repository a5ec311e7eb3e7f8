/** The poll that some mishaps share: a button, and one number that changes. */

import { type Context, type EventHandler, eventHandler } from '../live/view.ts'
import type { TagStore } from '../tags/tag-store.ts'
import type { MishapPage } from './mishap.ts'

interface Poll {
  votes: number
  tags: readonly { id: number; name: string }[]
}

interface Options extends Pick<EventHandler<object>, 'limit'> {
  /** What a vote does besides counting. */
  also?(context: Context): void
  /** Whether a script listens to the button, instead of djust. */
  byScript?: boolean
}

export function poll(store: TagStore, { also, byScript = false, ...limited }: Options = {}): MishapPage {
  const vote = eventHandler(
    {},
    (state: Poll, _args, context) => {
      state.votes += 1
      also?.(context)
    },
    limited,
  )
  return {
    template: `<h1>Poll</h1>
<p>Do you use one of these tags?</p>
<ul>{% for tag in tags %}<li dj-key="{{ tag.id }}">{{ tag.name }}</li>{% endfor %}</ul>
<p>{{ votes }} vote{{ votes|pluralize }}</p>
<button type="button" class="primary" ${byScript ? 'data-dispatches' : 'dj-click'}="vote">Vote</button>`,
    mount: (): Poll => ({ votes: 0, tags: store.mostUsed(12) }),
    members: { vote },
  }
}
