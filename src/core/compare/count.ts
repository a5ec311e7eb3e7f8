/** How often does one event of the user ask for it? */
import type { Trait } from './trait.ts'
import { userEvents } from './user-events.ts'

export const count: Trait = {
  samples: (rows) => userEvents(rows).map((event) => ({ value: String(event.length), rows: event })),
  change: () => 'count-changed',
}
