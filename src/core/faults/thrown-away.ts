/** An error or the end of the socket empties the buffer of pushes without applying them (djust-wire 2.5 rule 6). */
import type { FaultRule } from './rule.ts'

export const thrownAway: FaultRule = {
  id: 'thrown-away',
  find: ({ answers }) =>
    answers.some(({ fate, start, dom }) => fate === 'thrown away' && !start && !dom?.nodes)
      ? 'The runtime held this push back and threw it away unapplied: the page shows less than the server thinks it does, until whole HTML comes.'
      : undefined,
}
