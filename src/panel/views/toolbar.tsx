/** The bar above the log: record, clear, filter, kinds, preserve, and recordings. */
import { useRef } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import { Chips } from './chips.tsx'
import { downloadText } from './download.ts'
import { FilterBox } from './filter-box.tsx'
import { ClearIcon, OpenIcon, RecordIcon, RecordOffIcon, SaveIcon } from './icons.tsx'
import { openFile } from './open-file.ts'
import { PageSwitches } from './page-switches.tsx'
import { StripButton } from './strip-button.tsx'

export function Toolbar({ store }: { store: Store }) {
  const isLive = !store.recordings.opened.value && store.line.value !== 'none'
  return (
    <div class="toolbar">
      {isLive && <LiveButtons store={store} />}
      <FilterBox store={store} />
      <Chips filter={store.filter} />
      {isLive && (
        <>
          <span class="divider" />
          <PreserveBox store={store} />
          <PageSwitches store={store} />
        </>
      )}
      <Files store={store} />
    </div>
  )
}

function LiveButtons({ store: { session } }: { store: Store }) {
  const on = session.recording.value
  return (
    <>
      <button
        type="button"
        class="tool record"
        aria-label="Record"
        aria-pressed={on}
        title={on ? 'Recording. Click to pause.' : 'Paused. Click to record.'}
        onClick={() => session.record(!on)}
      >
        {on ? <RecordIcon /> : <RecordOffIcon />}
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Clear"
        title="Clear the log"
        onClick={() => session.clear()}
      >
        <ClearIcon />
      </button>
      <span class="divider" />
    </>
  )
}

function PreserveBox({ store: { preserve, browser } }: { store: Store }) {
  return (
    <label class="check" title="Keep what was logged when the page is left or reloaded">
      <input
        type="checkbox"
        checked={preserve.value}
        onChange={(event) => {
          preserve.value = event.currentTarget.checked
        }}
      />
      {browser.family === 'firefox' ? 'Persist Logs' : 'Preserve log'}
    </label>
  )
}

function Files({ store: { recordings, notices, log, overview } }: { store: Store }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span class="files">
      <StripButton overview={overview} />
      <input
        ref={input}
        type="file"
        accept=".jsonl,.json"
        hidden
        aria-label="Recording to open"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void openFile(file, recordings, notices)
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      <button
        type="button"
        class="tool"
        aria-label="Open recording"
        title="Open a recording… (or drop one here)"
        onClick={() => input.current?.click()}
      >
        <OpenIcon />
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Save recording"
        title="Save all that is held as a recording, also what the filter hides or was cleared"
        onClick={() => {
          const { name, text } = recordings.save(log.value)
          downloadText(name, text)
        }}
      >
        <SaveIcon />
      </button>
    </span>
  )
}
