/** What of the filter could not be read, said below it in words, and politely. */
import { formatCount } from '../../core/numbers.ts'
import type { Problem } from '../../core/query/query.ts'

/** More at once are no help. */
const MOST = 3

export interface FilterProblemsProps {
  /** Of the whole filter. */
  text: string
  problems: readonly Problem[]
  onReplace: (text: string) => void
}

export function FilterProblems({ text, problems, onReplace }: FilterProblemsProps) {
  const rest = problems.length - MOST
  return (
    <>
      {problems.slice(0, MOST).map(({ from, to, says, instead }) => (
        <p key={from}>
          <bdi>{says}</bdi>{' '}
          {instead !== undefined && (
            <button
              type="button"
              class="link"
              onClick={() => onReplace(text.slice(0, from) + instead + text.slice(to))}
            >
              Use <bdi>{instead}</bdi>
            </button>
          )}
        </p>
      ))}
      {rest > 0 && <p>And {formatCount(rest)} more.</p>}
    </>
  )
}
