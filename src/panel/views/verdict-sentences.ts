/** A verdict as a heading and a sentence: what happened because of it. */
import type { Exchange } from '../../core/exchange.ts'
import { durationOf } from '../../core/moments.ts'
import { formatMany, formatMs } from '../../core/numbers.ts'
import { nodesOf } from '../../core/verdict-words.ts'

export function verdictHeading({ verdict, kind }: Exchange): string {
  switch (verdict.render) {
    case 'patched':
    case 'replaced':
    case 'local':
      return kind === 'push' ? 'Re-rendered by the server' : 'Re-rendered because of this'
    case 'none':
      return 'No re-render because of this'
    case 'empty':
      return 'Rendered, and nothing to change'
    case 'direct':
      return 'The DOM changed outside a render'
    case 'dropped':
      return 'Not applied'
    case 'pending':
      return 'No answer yet'
    case 'unknown':
      return 'The evidence does not decide'
  }
}

/** Empty where the heading says it all. Where in the page it happened stands apart, as `dom.where`. */
export function verdictSentence(row: Exchange): string {
  const { verdict, patches, times } = row
  const shown = durationOf(row)
  const painted =
    times.painted === undefined || shown === undefined ? '' : `; on screen after ${formatMs(shown)}`
  const nodes = nodesOf(row)
  switch (verdict.render) {
    case 'patched': {
      const count = formatMany(patches, 'patch', 'patches')
      return nodes ? `${count} touched ${nodes}${painted}.` : `${count}${painted}; nobody counted the nodes.`
    }
    case 'replaced':
      return nodes ? `Full HTML came, and ${nodes} changed${painted}.` : `Full HTML came${painted}.`
    case 'local':
      return 'The client re-applied what it had cached; nothing was sent.'
    case 'empty':
      return 'The server rendered the view, and the difference was empty.'
    case 'direct':
      return nodes ? `${nodes} changed${painted}.` : ''
    default:
      return ''
  }
}
