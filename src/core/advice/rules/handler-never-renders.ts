/**
 * A handler that never re-renders: it only answers, which a server function does without the view. Refuses a handler that sometimes
 * renders, and one whose work shows otherwise: by a flash, a navigation, or a push that follows.
 */
import type { Exchange } from '../../exchange.ts'
import { formatCount } from '../../numbers.ts'
import { partitionPoint } from '../../partition-point.ts'
import { quote } from '../../quote.ts'
import { block, callOf, identifier, signature } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf, isAnswered } from '../targets.ts'

const ENOUGH = 3
/** What comes this soon after an answer may be because of it, ms. */
const SOON = 150

export const handlerNeverRenders: AdviceRule = {
  id: 'handler-never-renders',
  title: 'A handler that never re-renders',
  find(rows) {
    const effects = rows.filter(isEffect)
    return byTarget(rows, 'dispatch').flatMap((group) => {
      const answered = group.filter(({ status }) => status !== 'pending')
      const [first] = answered
      if (!first || answered.length < ENOUGH || !answered.every(isNoop)) return []
      if (answered.some((row) => showsOtherwise(row, effects))) return []
      const name = identifier(first.name)
      return {
        rule: 'handler-never-renders',
        subject: first.name,
        says: `${quote(first.name)} was dispatched ${formatCount(answered.length)} times, and each time djust answered that nothing had changed.`,
        rows: idsOf(answered),
        certainty: 'likely',
        because:
          'djust answers noop when the handler changed nothing that the view keeps, or set _skip_render. A handler that keeps something in the view for later would refute it.',
        fix: {
          says: `Make ${quote(first.name)} a server function: it gives its data back to the script that asked, and the live view is not locked meanwhile.`,
          python: block(
            'from djust.decorators import server_function',
            '',
            '@server_function',
            `def ${name}(${signature(first)}):`,
            '    return ...  # what the page needs to know',
          ),
          js: `const answer = await ${callOf(first)}`,
        },
      }
    })
  },
}

const isNoop = (row: Exchange) => isAnswered(row) && row.verdict.render === 'none'

const isEffect = ({ kind, verdict }: Exchange) =>
  kind === 'navigation' || (kind === 'push' && verdict.render !== 'none' && verdict.render !== 'empty')

function showsOtherwise({ seq, answered }: Exchange, effects: readonly Exchange[]): boolean {
  const next = effects[partitionPoint(0, effects.length, (place) => (effects[place]?.seq ?? 0) < seq)]
  return next !== undefined && next.at <= (answered?.at ?? 0) + SOON
}
