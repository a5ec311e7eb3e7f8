/**
 * `dj-payload-*` on an element that dispatches: no release of the runtime reads it, and the handler gets nothing. Refuses an element whose
 * attribute a script of the page reads itself: then the parameter was sent.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { identifier } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf, paramsOf } from '../targets.ts'

const PREFIX = 'dj-payload-'

export const ignoredPayload: AdviceRule = {
  id: 'ignored-payload',
  title: 'A parameter that nobody reads',
  find: (rows) =>
    byTarget(rows, 'dispatch').flatMap((group) => {
      const without = group.filter((row) => missingIn(row).length > 0)
      const [first] = without
      const [attribute] = first ? missingIn(first) : []
      if (!first || attribute === undefined) return []
      const right = attribute.replace(PREFIX, 'dj-value-')
      return {
        rule: 'ignored-payload',
        subject: first.name,
        says: `${quote(attribute)} stands on ${quote(first.trigger?.element ?? 'the element')}, and ${formatMany(without.length, 'dispatch', 'dispatches')} of ${quote(first.name)} went out without it.`,
        rows: idsOf(without),
        certainty: 'sure',
        because:
          'The attribute was seen on the element that was used, and the parameters that were sent have no such name. No release of djust reads dj-payload-*.',
        fix: {
          says: `Write ${right}; with :int or :bool at its end it keeps its type.`,
          html: `<button dj-click="${identifier(first.name)}" ${right}="…">`,
        },
      }
    }),
}

function missingIn(row: Exchange): string[] {
  if (!row.ignored) return []
  const params = paramsOf(row)
  if (!params) return []
  return row.ignored.filter((attribute) => {
    const name = attribute.slice(PREFIX.length).split(':')[0]?.replaceAll('-', '_') ?? ''
    return !(name in params)
  })
}
