/** The bars of an exchange beside those of the other rows on screen; the columns of time say the same in numbers. */
import type { CellProps } from './cells.ts'
import { barOf } from './timeline.ts'

export function WaterfallCell({ row, timeline }: CellProps) {
  const { left, waiting, page } = barOf(row, timeline.value)
  return (
    <span class="bars" aria-hidden="true">
      <i class="waiting" style={{ left: `min(${left}%, 100% - 2px)`, width: `${waiting}%` }} />
      {page > 0 && (
        <i class="page" style={{ left: `min(${left + waiting}%, 100% - 2px)`, width: `${page}%` }} />
      )}
    </span>
  )
}
