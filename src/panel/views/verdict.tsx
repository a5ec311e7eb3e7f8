/** The re-render verdict of a row: a shape, words, its marks, and what nobody understood. */
import type { Exchange } from '../../core/exchange.ts'
import { marksOf, verdictWords } from '../../core/verdict-words.ts'

export function Verdict({ row }: { row: Exchange }) {
  const { shape, text, isLoud } = verdictWords(row)
  const { render } = row.verdict
  return (
    <span class={isLoud ? 'verdict loud' : 'verdict quiet'}>
      <span class="shape" aria-hidden={text !== ''}>
        {shape}
      </span>
      {text && <span> {text}</span>}
      {render === 'pending' && <span class="unseen">pending</span>}
      {marksOf(row).map(({ word }) => (
        <span key={word} class="flag">
          {' '}
          {word}
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
