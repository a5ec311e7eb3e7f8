/** Says how many rows came below while a person looked elsewhere, and leads there. */
import { formatCount, formatMany } from '../../core/numbers.ts'
import { useNowAndThen } from './use-now-and-then.ts'

export interface NewRowsProps {
  count: number
  onGo: () => void
}

/** ms between two announcements. */
const PAUSE = 5000

export function NewRows({ count, onGo }: NewRowsProps) {
  const told = useNowAndThen(count, PAUSE)
  return (
    <>
      <div class="unseen" aria-live="polite">
        {told > 0 && `${formatMany(told, 'new row', 'new rows')} below`}
      </div>
      {count > 0 && (
        <button type="button" class="new-rows" title="To the end of the log" onClick={onGo}>
          ↓ {formatCount(count)} new
        </button>
      )}
    </>
  )
}
