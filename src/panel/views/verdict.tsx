/** The re-render verdict of a row: a shape, words, its flags, and what nobody understood. */
import type { Exchange } from '../../core/exchange.ts'
import { verdictWords } from './verdict-words.ts'

export function Verdict({ row }: { row: Exchange }) {
  const { shape, text, isLoud } = verdictWords(row)
  const { flags, render } = row.verdict
  return (
    <span class={isLoud ? 'loud' : 'quiet'}>
      <span class="shape" aria-hidden={text !== ''}>
        {shape}
      </span>
      {text && <span> {text}</span>}
      {render === 'pending' && <span class="unseen">pending</span>}
      {flags.map((flag) => (
        <span key={flag} class="flag">
          {' '}
          {flag}
        </span>
      ))}
      {row.unknown && (
        <span class="flag">
          {' '}
          {render === 'unknown' ? '' : 'unknown '}
          <bdi>{row.unknown.join(', ')}</bdi>
        </span>
      )}
    </span>
  )
}
