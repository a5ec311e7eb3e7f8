/** Is it asked in the moment of the user's event, or once a pause is over? One that is lost asks for every key. */
import type { Trait } from './trait.ts'
import { userEvents } from './user-events.ts'

const AT_ONCE = 'at once'
const LATER = 'some time after the event'

/** Of elements that the runtime names nobody knows when their event was. */
export const pause: Trait = {
  samples: (rows) =>
    userEvents(rows).flatMap((event) => {
      const certainty = event[0]?.trigger?.certainty
      if (certainty !== 'same-task' && certainty !== 'recent') return []
      return [{ value: certainty === 'recent' ? LATER : AT_ONCE, rows: event }]
    }),
  change: (before) => (before.includes(AT_ONCE) ? 'pause-appeared' : 'pause-vanished'),
}
