/** The bar above the log: record and clear, what is shown of the log, what goes on beside it, and files. */
import type { Store } from '../store/store.ts'
import { Chips } from './chips.tsx'
import { Files } from './files.tsx'
import { FilterBox } from './filter-box.tsx'
import { ClearIcon, RecordIcon, RecordOffIcon } from './icons.tsx'
import { lazy } from './lazy.tsx'
import { StripButton } from './strip-button.tsx'

const PageSwitches = lazy(async () => (await import('./page-switches.tsx')).PageSwitches)

export function Toolbar({ store }: { store: Store }) {
  const isLive = store.isLive.value
  return (
    <div class="toolbar" role="toolbar" aria-label="Log tools">
      {isLive && <LiveButtons store={store} />}
      <FilterBox store={store} />
      <Chips filter={store.filter} />
      <span class="divider" />
      {isLive && <KeepLogBox store={store} />}
      <span class="toggles">
        <StripButton overview={store.overview} />
        {isLive && <PageSwitches store={store} />}
      </span>
      <Files store={store} />
    </div>
  )
}

function LiveButtons({ store: { session, keys } }: { store: Store }) {
  const { record, clear } = keys.value ?? {}
  const on = session.recording.value
  return (
    <>
      <button
        type="button"
        class="tool record"
        aria-label="Record"
        aria-pressed={on}
        aria-keyshortcuts={record?.aria}
        title={`${on ? 'Stop recording' : 'Record'}${record?.told ?? ''}`}
        onClick={() => session.record(!on)}
      >
        {on ? <RecordIcon /> : <RecordOffIcon />}
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Clear"
        aria-keyshortcuts={clear?.aria}
        title={`Clear the log${clear?.told ?? ''}`}
        onClick={() => session.clear()}
      >
        <ClearIcon />
      </button>
      <span class="divider" />
    </>
  )
}

function KeepLogBox({ store: { keepLog, browser } }: { store: Store }) {
  return (
    <label class="check" title="Keep what was logged when the page is left or reloaded">
      <input
        type="checkbox"
        checked={keepLog.value}
        onChange={(event) => {
          keepLog.value = event.currentTarget.checked
        }}
      />
      {browser.family === 'firefox' ? 'Persist Logs' : 'Keep log'}
    </label>
  )
}
