/** A request without a token that the server takes. Refuses other refusals: a login that is required, a right that is missing. */
import type { Exchange } from '../../exchange.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

export const missingCsrf: AdviceRule = {
  id: 'missing-csrf',
  title: 'No CSRF token',
  find: (rows) =>
    byTarget(rows, 'call', 'dispatch').flatMap((group) => {
      const refused = group.filter(isRefused)
      const [first] = refused
      if (!first) return []
      return {
        rule: 'missing-csrf',
        subject: first.name,
        says: `The server refused ${formatMany(refused.length, 'request', 'requests')} of ${quote(first.name)}, because a CSRF token was missing or wrong.`,
        rows: idsOf(refused),
        certainty: 'sure',
        because: 'The server’s own answer says so: 403, csrf_failed.',
        fix: {
          says: 'Put the token into the page, and let djust.call send it.',
          html: '{% csrf_token %}',
          ...(first.kind === 'call'
            ? { js: block('// not a fetch of your own:', `const answer = await ${callOf(first)}`) }
            : {}),
        },
      }
    }),
}

function isRefused({ failure, statusText, answers }: Exchange): boolean {
  if (failure?.code === 'csrf_failed') return true
  return statusText === '403' && answers.some(({ text }) => /csrf/i.test(text.slice(0, 2000)))
}
