/**
 * The server renders, and nothing is different: no patches, or patches that change nothing. Refuses a handler that at other times does
 * change something.
 */
import type { Exchange } from '../../exchange.ts'
import { formatCount } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, identifier, signature } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf, isAnswered } from '../targets.ts'

const ENOUGH = 3

export const wastedRender: AdviceRule = {
  id: 'wasted-render',
  title: 'A render that changes nothing',
  find: (rows) =>
    byTarget(rows, 'dispatch', 'push').flatMap((group) => {
      const rendered = group.filter((row) => isAnswered(row) && row.verdict.render !== 'none')
      const [first] = rendered
      if (!first || rendered.length < ENOUGH || !rendered.every(isWasted)) return []
      return {
        rule: 'wasted-render',
        subject: first.name,
        says: `The server rendered ${formatCount(rendered.length)} times because of ${quote(first.name)}, and nothing in the page changed.`,
        rows: idsOf(rendered),
        certainty: 'sure',
        because:
          'Every answer came with no patches, or with patches that changed no node. One that changes something would refute it.',
        fix: {
          says: 'Assign only what is different: an equal list that is not the same one counts as a change. Or say that there is nothing to render.',
          python: block(
            `def ${identifier(first.name)}(${signature(first)}):`,
            '    if new == self.items:',
            '        self._skip_render = True',
            '        return',
            '    self.items = new',
          ),
        },
      }
    }),
}

const isWasted = ({ verdict: { render, flags } }: Exchange) =>
  render === 'empty' || (render === 'patched' && flags.includes('wasted'))
