/** A handler that makes the server send the whole view for one number. */

import type { Mishap } from './mishap.ts'
import { poll } from './poll.ts'

export const fullHtml: Mishap = {
  id: 'full-html',
  title: 'Everything for one number',
  says: 'A vote changes one number, and the server sends the whole view as HTML, because the handler forces it to.',
  steps: [{ click: 'Vote', times: 4 }],
  page: (on, { store }) =>
    poll(store, {
      also: (context) => {
        if (on) context.forceHtml()
      },
    }),
}
