/**
 * The page takes long to apply what came. Refuses an answer that came late and was applied fast: that is the server's or the network's
 * time.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMs } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { ENOUGH, medianOf } from '../slowness.ts'
import { byTarget, idsOf } from '../targets.ts'

/** Of the page's only thread, ms: a click in between is felt to be late. */
const LONG = 100

export const slowApply: AdviceRule = {
  id: 'slow-apply',
  title: 'Slow to apply',
  find: (rows) =>
    byTarget(rows, 'dispatch', 'push').flatMap((group) => {
      const applied = group.filter((row) => applyOf(row) !== undefined)
      const median = medianOf(applied.flatMap((row) => applyOf(row) ?? []))
      const [first] = applied
      if (!first || applied.length < ENOUGH || !(median >= LONG)) return []
      const slow = applied.filter((row) => (applyOf(row) ?? 0) >= LONG)
      return {
        rule: 'slow-apply',
        subject: first.name,
        says: `Half of the answers to ${quote(first.name)} took the page ${formatMs(median)} or more to apply.`,
        rows: idsOf(slow),
        certainty: 'sure',
        because:
          'Measured in the page, from the first patch to the last; neither server nor network has a part in it. A machine that was busy with something else would refute it.',
        fix: {
          says: 'Render less at once, and let elements and hooks that react to a change do their work later.',
          js: block('updated() {', '  requestAnimationFrame(() => this.draw())', '}'),
        },
      }
    }),
}

function applyOf({ times: { applying, applied } }: Exchange): number | undefined {
  return applying === undefined || applied === undefined ? undefined : applied - applying
}
