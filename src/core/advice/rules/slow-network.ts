/**
 * The line takes long. Refuses a wait that nobody can divide: the server says nothing of its time, and too little came over the same line
 * to know it.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMs } from '../../numbers.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { ENOUGH, fastestBy, medianOf, SLOW } from '../slowness.ts'
import { groupBy, idsOf, waitOf } from '../targets.ts'

export const slowNetwork: AdviceRule = {
  id: 'slow-network',
  title: 'A slow network',
  find(rows) {
    const fastest = fastestBy(rows)
    const asked = rows.filter(
      (row) => (row.kind === 'call' || row.kind === 'dispatch') && waitOf(row) !== undefined,
    )
    return groupBy(asked, ({ transport }) => transport).flatMap((group) => {
      const [{ transport }] = group
      const rests = group.flatMap((row) => restOf(row) ?? [])
      const isKnown = rests.length >= ENOUGH
      const line = isKnown ? medianOf(rests) : (fastest[transport] ?? 0)
      if (group.length < ENOUGH || line < SLOW) return []
      return {
        rule: 'slow-network',
        subject: transport,
        says: isKnown
          ? `Half of the answers over ${transport.toUpperCase()} spent ${formatMs(line)} or more on the way.`
          : `No answer over ${transport.toUpperCase()} came in less than ${formatMs(line)}, whatever was asked.`,
        rows: idsOf(group),
        certainty: isKnown ? 'sure' : 'likely',
        because: isKnown
          ? 'It is what remains of the wait when the server’s own time (Server-Timing) is taken away.'
          : 'What is fast for the server is no faster. A server that takes that long for everything would refute it.',
        fix: {
          says: 'Ask less often and for more at once, show at once what is sure to come, and keep answers in the page.',
          js: block('const known = new Map()  // answers that need not cross the line again'),
          python: block(
            'from djust.decorators import event_handler, optimistic',
            '',
            '@optimistic',
            '@event_handler',
          ),
        },
      }
    })
  },
}

function restOf(row: Exchange): number | undefined {
  const { server } = row.times
  const wait = waitOf(row)
  return row.kind === 'call' && server !== undefined && wait !== undefined ? wait - server : undefined
}
