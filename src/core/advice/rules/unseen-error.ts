/**
 * An error that came, and nothing in the page changed because of it: nobody saw it. Refuses an error that the page shows, and a limit,
 * for which the runtime shows a toast by itself.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf, identifier, signature } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

export const unseenError: AdviceRule = {
  id: 'unseen-error',
  title: 'An error nobody saw',
  find: (rows) =>
    byTarget(rows, 'call', 'dispatch').flatMap((group) => {
      const unseen = group.filter(isUnseen)
      const [first] = unseen
      if (!first) return []
      const isCall = first.kind === 'call'
      return {
        rule: 'unseen-error',
        subject: first.name,
        says: `${formatMany(unseen.length, 'error', 'errors')} of ${quote(first.name)} changed nothing in the page: ${quote(first.failure?.message ?? first.statusText)}`,
        rows: idsOf(unseen),
        certainty: 'likely',
        because: isCall
          ? 'The DOM of the whole page was observed while it handled the answer. A message that comes later, or that is drawn on a canvas or spoken, would refute it.'
          : 'The DOM of the view was observed while the error was handled. What the page shows outside of the view, or later, was not looked at and would refute it.',
        fix: isCall
          ? {
              says: 'Tell the person, where they are looking.',
              js: block(
                'try {',
                `  show(await ${callOf(first)})`,
                '} catch (error) {',
                '  alert.textContent = error.message  // <p role="alert">',
                '}',
              ),
            }
          : {
              says: 'Use @action: the error becomes a value that the template shows.',
              python: block(
                'from djust import action',
                '',
                '@action',
                `def ${identifier(first.name)}(${signature(first)}):`,
                '    raise ValueError("What went wrong")',
              ),
              html: `<p role="alert">{{ ${identifier(first.name)}.error }}</p>`,
            },
      }
    }),
}

function isUnseen({ kind, status, drawn, dom, answers }: Exchange): boolean {
  if (status !== 'error' || answers.length === 0) return false
  return kind === 'call' ? drawn !== undefined && drawn.inside + drawn.outside === 0 : dom?.nodes === 0
}
