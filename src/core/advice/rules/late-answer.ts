/**
 * An answer that came after a newer one and was shown over it. Refuses a late answer that the page ignored, so that nothing in the DOM
 * changed while it was handled; and answers that are only shown together, so that none before the last was drawn.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

export const lateAnswer: AdviceRule = {
  id: 'late-answer',
  title: 'An older answer over a newer one',
  find: (rows) =>
    byTarget(rows, 'call').flatMap((group) => {
      const late = lateIn(group)
      const [first] = late
      if (!first) return []
      const isSeen = late.some(({ drawn }) => drawn !== undefined)
      return {
        rule: 'late-answer',
        subject: first.name,
        says: `${formatMany(late.length, 'answer', 'answers')} of ${quote(first.name)} came after a newer one${isSeen ? ' and changed the page' : ''}.`,
        rows: idsOf(late),
        certainty: isSeen ? 'sure' : 'likely',
        because: isSeen
          ? 'A newer call of the same function had been answered and shown, and the DOM was seen changing while the page handled this older answer. A page that ignores it changes nothing.'
          : 'A newer call of the same function had been answered; whether the page showed this one nobody looked.',
        fix: {
          says: 'Count the questions, and show only the answer to the newest.',
          js: block(
            'let newest = 0',
            'async function ask(params) {',
            '  const turn = ++newest',
            `  const answer = await ${callOf(first, 'params')}`,
            '  if (turn === newest) show(answer)',
            '}',
          ),
        },
      }
    }),
}

/** In the order of the answers, the newest question that was shown by then is known. */
function lateIn(group: readonly Exchange[]): Exchange[] {
  const late: Exchange[] = []
  let newestShown = Number.NEGATIVE_INFINITY
  for (const row of group.toSorted((a, b) => (a.answered?.seq ?? 0) - (b.answered?.seq ?? 0))) {
    if (row.status !== 'ok') continue
    const isStale = row.verdict.flags.includes('stale')
    if (isStale && (!row.drawn || (isShown(row) && newestShown > row.seq))) late.push(row)
    if (isShown(row)) newestShown = Math.max(newestShown, row.seq)
  }
  return late
}

const isShown = ({ drawn }: Exchange) => drawn !== undefined && drawn.inside + drawn.outside > 0
