/** Lines between toolbar and log: an opened recording, a line that broke, what could not be read. */
import { formatCount } from '../../core/numbers.ts'
import type { Store } from '../store/store.ts'
import { pausedSentence } from './paused-sentence.ts'

export function Banners({ store }: { store: Store }) {
  const { recordings, notices, emptiness, line, session, rows } = store
  const opened = recordings.opened.value
  const reading = recordings.reading.value
  const watch = session.watch.value
  const isLive = !opened
  // Where the log is empty it says one reason itself.
  const why = emptiness.value
  return (
    <>
      {reading && (
        <div class="banner recording">
          <span>
            Reading <bdi>{reading.name}</bdi>: {reading.percent} %
          </span>
          <button type="button" class="action" onClick={() => reading.stop.abort()}>
            Cancel
          </button>
        </div>
      )}
      {opened && (
        <div class="banner recording">
          <span>
            Recording <bdi>{opened.name}</bdi>, read-only
            {opened.hidden.length > 0 && ', without the rows that were left out when it was saved'}
          </span>
          <button type="button" class="action" onClick={() => recordings.close()}>
            Close recording
          </button>
        </div>
      )}
      {isLive && line.value === 'gone' && why !== 'gone' && (
        <div class="banner warning" role="alert">
          The extension was updated. Close and reopen DevTools.
        </div>
      )}
      {isLive && !session.recording.value && why !== 'paused' && (
        <div class="banner">
          Recording is paused: what the page does now is not shown here. {pausedSentence(rows.paused.value)}
        </div>
      )}
      {isLive && watch && watch.state !== 'watched' && why !== watch.state && (
        <div class="banner">
          <span>
            The page now open is not watched: <bdi>{watch.origin || 'it belongs to the browser'}</bdi>
          </span>
        </div>
      )}
      {notices.list.value.map(({ text, times }) => (
        <div key={text} class="banner warning" role="alert">
          <bdi>{text}</bdi>
          {times > 1 && <span class="times">× {formatCount(times)}</span>}
          <button
            type="button"
            class="action"
            aria-label={`Dismiss: ${text}`}
            onClick={() => notices.dismiss(text)}
          >
            ×
          </button>
        </div>
      ))}
    </>
  )
}
