/**
 * A re-render that took the person's place: focus, caret, composition, typed text. Refuses what the person asked for: a button that goes
 * with its own click, and a form that is emptied by being sent.
 */
import { harmOf } from '../../collateral.ts'
import { harmsOf } from '../../collateral-sentences.ts'
import type { Collateral, Exchange } from '../../exchange.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

export const collateral: AdviceRule = {
  id: 'collateral',
  title: 'A re-render in the way of a person',
  find: (rows) =>
    byTarget(rows, 'dispatch', 'push').flatMap((group) => {
      const harmed = group.filter((row) => harmsOf(unasked(row)).length > 0)
      const [first] = harmed
      if (!first) return []
      const [harm] = harmsOf(unasked(first))
      return {
        rule: 'collateral',
        subject: first.name,
        says: `${formatMany(harmed.length, 're-render', 're-renders')} because of ${quote(first.name)} got in the person’s way: ${quote(harm?.element ?? '')}, ${harm?.says}.`,
        rows: idsOf(harmed),
        certainty: 'sure',
        because:
          'Measured before and after the patches, while the person did nothing. What they ask for with their own click or by sending the form is not counted.',
        fix: {
          says: 'Leave the field to the person: let no patch write what they type, and give what stands around it a key, so that it is kept.',
          html: block(
            '<div dj-update="ignore" id="field">',
            '  <input name="…">  <!-- no value="{{ … }}" while it is typed in -->',
            '</div>',
          ),
        },
      }
    }),
}

/** Without scrolling, which follows from what is shown, and without what the person's own act was about. */
function unasked(row: Exchange): Collateral {
  const harm = harmOf(row)
  if (!harm || row.trigger?.event === 'submit') return {}
  const { focus, caret, composition, typed } = harm
  const isOwn = (element: string) => row.trigger?.event === 'click' && element === row.trigger.element
  return {
    ...(focus && !isOwn(focus.from) ? { focus } : {}),
    ...(caret ? { caret } : {}),
    ...(composition ? { composition } : {}),
    ...(typed ? { typed } : {}),
  }
}
