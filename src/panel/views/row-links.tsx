/** The rows that show what was found, on each side, as links into the log. */
import type { Exchange } from '../../core/exchange.ts'
import { KINDS } from '../../core/kinds.ts'
import { formatMany, formatMs } from '../../core/numbers.ts'

export interface RowsOfSide {
  word: string
  ids: readonly string[]
  /** Among which they are. */
  rows: readonly Exchange[]
  show(id: string): void
}

/** More of them show nothing more to the eye. */
const MOST = 3

export function RowLinks({ sides }: { sides: readonly RowsOfSide[] }) {
  return (
    <p class="quiet rows-of">
      {sides.map(({ word, ids, rows, show }) => (
        <span key={word}>
          {word}: {ids.length === 0 && 'no row'}
          {named(ids, rows).map((row, place) => (
            <span key={row.id}>
              {place > 0 && ', '}
              <button type="button" class="link" onClick={() => show(row.id)}>
                {KINDS[row.kind].one} <bdi>{row.name}</bdi> at {formatMs(row.at)}
              </button>
            </span>
          ))}
          {ids.length > MOST && ` and ${formatMany(ids.length - MOST, 'other', 'others')}`}.{' '}
        </span>
      ))}
    </p>
  )
}

function named(ids: readonly string[], rows: readonly Exchange[]): Exchange[] {
  const wanted = new Set(ids.slice(0, MOST))
  return rows.filter(({ id }) => wanted.has(id))
}
