/** A limit that lets the page wait for an answer that will not come. */

import type { Mishap } from './mishap.ts'
import { poll } from './poll.ts'

/** Two votes, then one in twenty seconds. */
const LIMIT = { rate: 0.05, burst: 2 }

export const unansweredRef: Mishap = {
  id: 'unanswered-ref',
  title: 'An event without an answer',
  says: 'The handler is limited so tightly that an ordinary click is refused; djust says so without naming the event, which waits for ever.',
  steps: [{ click: 'Vote', times: 4 }],
  page: (on, { store }) => poll(store, on ? { limit: LIMIT } : {}),
}
