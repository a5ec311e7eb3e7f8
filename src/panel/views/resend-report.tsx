/** What came of what was sent again: one outcome in words, many in figures, and the way to the rows. */
import type { Attempt } from '../store/resending.ts'
import type { Store } from '../store/store.ts'
import { attemptsSentence, ENDS } from './resend-words.ts'

export interface ResendReportProps {
  store: Store
  attempts: readonly Attempt[]
  times: number
  isRunning: boolean
  /** A row is about to be shown. */
  onShow: () => void
}

export function ResendReport({ store, attempts, times, isRunning, onShow }: ResendReportProps) {
  const last = attempts.at(-1)
  const bad = attempts.findLast(({ end }) => end !== 'ok') ?? last
  return (
    <div class="report" role="status">
      {isRunning && (
        <p>
          <progress value={attempts.length} max={times} aria-label="Sent and answered" /> {attempts.length} of{' '}
          {times}
        </p>
      )}
      {times > 1 && attempts.length > 0 && <p>{attemptsSentence(attempts)}</p>}
      {!isRunning && bad && (
        <>
          {(times === 1 || bad.end !== 'ok') && (
            <p class={bad.end === 'ok' ? '' : 'flag'}>
              {times > 1 && 'The last that failed: '}
              {ENDS[bad.end]} <bdi>{bad.says}</bdi>
            </p>
          )}
          <RowLink store={store} attempt={bad} isOneOfMany={times > 1} onShow={onShow} />
        </>
      )}
    </div>
  )
}

function RowLink({
  store: { rows, selection },
  attempt: { row, end },
  isOneOfMany,
  onShow,
}: {
  store: Store
  attempt: Attempt
  isOneOfMany: boolean
  onShow: () => void
}) {
  if (row === undefined) return end === 'ok' ? <p class="quiet">Its row has not come yet.</p> : null
  if (!rows.visible.value.some(({ id }) => id === row))
    return <p class="quiet">Its row is hidden, by the filter or because recording is paused.</p>
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        onShow()
        selection.select(row)
        selection.openDetails()
      }}
    >
      {isOneOfMany
        ? `Show the last row that ${end === 'ok' ? 'they made' : 'failed'}`
        : 'Show the row that it made'}
    </button>
  )
}
