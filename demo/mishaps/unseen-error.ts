/** A handler that fails where nobody looks. */

import { action, eventHandler, ValueError } from '../live/view.ts'
import type { Mishap } from './mishap.ts'

export const unseenError: Mishap = {
  id: 'unseen-error',
  title: 'An error nobody saw',
  says: 'The handler raises, djust tells the console, and the person who clicked sees nothing at all.',
  steps: [{ click: 'Publish', times: 2 }],
  page: (on) => {
    const publish = () => {
      throw new ValueError('There is nothing to publish yet')
    }
    return {
      template: `<h1>Release notes</h1>
<p>Nobody has written any.</p>
<button type="button" class="primary" dj-click="publish">Publish</button>
{% if publish.error %}<p class="error" role="alert">{{ publish.error }}</p>{% endif %}`,
      members: { publish: on ? eventHandler({}, publish) : action({}, publish) },
      frame: { notices: !on },
    }
  },
}
