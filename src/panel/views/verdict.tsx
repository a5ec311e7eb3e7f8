/** The re-render verdict of a row: a shape, words, its flags, and what nobody understood. */
import type { Exchange } from '../../core/exchange.ts'
import { FLAG_SENTENCES, verdictWords } from './verdict-words.ts'

export function Verdict({ row }: { row: Exchange }) {
  const { shape, text, isLoud } = verdictWords(row)
  const { certainty, evidence, flags, render } = row.verdict
  return (
    <span class={isLoud ? 'loud' : 'quiet'} title={`${evidence[0]?.says ?? ''} (${certainty})`}>
      <span class="shape" aria-hidden={text !== ''}>
        {shape}
      </span>
      {text && <span> {text}</span>}
      {render === 'pending' && <span class="unseen">pending</span>}
      {flags.map((flag) => (
        <span key={flag} class="flag" title={FLAG_SENTENCES[flag]}>
          {' '}
          {flag}
        </span>
      ))}
      {row.unknown && (
        <span class="flag" title="This reader does not know it">
          {' '}
          {render === 'unknown' ? '' : 'unknown '}
          <bdi>{row.unknown.join(', ')}</bdi>
        </span>
      )}
    </span>
  )
}
