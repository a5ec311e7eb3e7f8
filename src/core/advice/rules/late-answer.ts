/**
 * An answer that came after a newer one and was shown all the same. Refuses a late answer that the page ignored: nothing in the DOM
 * changed while it was handled.
 */
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
      const late = group.filter(
        ({ verdict, drawn, status }) =>
          status === 'ok' &&
          verdict.flags.includes('stale') &&
          (drawn === undefined || drawn.inside + drawn.outside > 0),
      )
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
          ? 'A newer call of the same function had been answered, and the DOM was seen changing while the page handled this older answer. A page that ignores it changes nothing.'
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
