/** A page whose view is refused over the socket, so that its events go by POST. */

import type { Mishap } from './mishap.ts'
import { poll } from './poll.ts'

export const httpFallback: Mishap = {
  id: 'http-fallback',
  title: 'Events over HTTP',
  says: 'The page names a view that the socket does not know, so it is never mounted, and each event is a request of its own.',
  steps: [{ click: 'Vote', times: 4 }],
  page: (on, { store }) => ({ ...poll(store), ...(on && { frame: { view_name: 'demo.MovedView' } }) }),
}
