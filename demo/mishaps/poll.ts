/** The poll that some mishaps share: a button, and one number that changes. */

import { type Context, type EventHandler, eventHandler } from '../live/view.ts'
import type { TagStore } from '../tags/tag-store.ts'
import type { MishapPage } from './mishap.ts'

interface Poll {
  votes: number
  tags: readonly { id: number; name: string }[]
}

const TEMPLATE = `<h1>Poll</h1>
<p>Do you use one of these tags?</p>
<ul>{% for tag in tags %}<li dj-key="{{ tag.id }}">{{ tag.name }}</li>{% endfor %}</ul>
<p>{{ votes }} vote{{ votes|pluralize }}</p>
<button type="button" class="primary" dj-click="vote">Vote</button>`

/** @param also what a vote does besides counting */
export function poll(
  store: TagStore,
  also: (context: Context) => void = () => undefined,
  options: Pick<EventHandler<object>, 'limit'> = {},
): MishapPage {
  const vote = eventHandler(
    {},
    (state: Poll, _args, context) => {
      state.votes += 1
      also(context)
    },
    options,
  )
  return {
    template: TEMPLATE,
    mount: (): Poll => ({ votes: 0, tags: store.mostUsed(12) }),
    members: { vote },
  }
}
