/**
 * An answer that the runtime does not take for one, so that it waits for ever: a form stays pending, and pushes are held back. Refuses an
 * answer that is only late.
 */
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

export const unansweredRef: AdviceRule = {
  id: 'unanswered-ref',
  title: 'A reference never settled',
  find: (rows) =>
    byTarget(rows, 'dispatch').flatMap((group) => {
      const leaking = group.filter(({ faults }) => faults?.some(({ id }) => id === 'ref-unsettled'))
      const [first] = leaking
      if (!first) return []
      const isLimit = first.status === 'limited'
      return {
        rule: 'unanswered-ref',
        subject: first.name,
        says: `The runtime still waits for ${formatMany(leaking.length, 'reference', 'references')} of ${quote(first.name)}, although the server has answered.`,
        rows: idsOf(leaking),
        certainty: 'sure',
        because: first.faults?.find(({ id }) => id === 'ref-unsettled')?.says ?? '',
        fix: isLimit
          ? {
              says: 'Send less often than the server allows: wait for a pause before the event goes out.',
              python: block(
                'from djust.decorators import event_handler, throttle',
                '',
                '@throttle(interval=0.2)',
                '@event_handler',
              ),
            }
          : {
              says: 'Let the outer view hear the event: what a view inside a view is answered with settles no reference.',
              python: block(
                '# in the outer view',
                '@event_handler',
                `def ${first.name}(self, **kwargs):`,
                '    ...',
              ),
            },
      }
    }),
}
