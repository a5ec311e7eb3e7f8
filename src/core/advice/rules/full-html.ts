/**
 * Whole HTML instead of patches: because the handler forces it, the change was too large to list, or a patch could not be applied.
 * Refuses HTML that is no fallback: a view that is mounted, and a view inside a view, which djust answers for with its HTML.
 */
import type { Exchange } from '../../exchange.ts'
import { formatBytes, formatCount } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, identifier } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { groupBy, idsOf } from '../targets.ts'

const ENOUGH = 2
const RECOVERY = 'request_html'

export const fullHtml: AdviceRule = {
  id: 'full-html',
  title: 'Whole HTML instead of patches',
  find(rows) {
    const asked = rows.filter(({ kind, name }) => kind === 'dispatch' || kind === 'push' || name === RECOVERY)
    const replaced = asked.filter(isFallback)
    return groupBy(replaced, ({ name }) => name).flatMap((group) => {
      const [first] = group
      if (group.length < ENOUGH) return []
      const isRecovery = first.name === RECOVERY
      const bytes = group.reduce((sum, { received }) => sum + received, 0)
      return {
        rule: 'full-html',
        subject: first.name,
        says: isRecovery
          ? `The page asked for the whole HTML ${formatCount(group.length)} times, because a patch could not be applied or a version was missing.`
          : `${quote(first.name)} was answered with the whole HTML ${formatCount(group.length)} times, ${formatBytes(bytes)} in all.`,
        rows: idsOf(group),
        certainty: 'sure',
        because: 'The frames say so: html_update or html_recovery where patches could have come.',
        fix: isRecovery
          ? {
              says: 'Let no script change what the view renders: what it draws belongs where djust leaves it alone.',
              html: block('<div dj-update="ignore" id="drawn-by-script"></div>'),
            }
          : {
              says: 'Change less at once, and do not force it: beyond a hundred patches, and with set_changed_keys or _force_full_html, djust sends it all.',
              python: block(
                `def ${identifier(first.name)}(self, **kwargs):`,
                '    self.item = changed  # assign what is different; djust finds the patches',
              ),
            },
      }
    })
  },
}

function isFallback({ verdict, faults, answers }: Exchange): boolean {
  if (verdict.render !== 'replaced' || faults?.some(({ id }) => id === 'ref-unsettled')) return false
  return answers.some(
    ({ text, outline }) => !(outline?.['type'] ?? text).toString().includes('embedded_update'),
  )
}
