/** The end of the toolbar: recordings opened, saved, and exported as other files; and the settings. */
import { useRef, useState } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import { downloadText } from './download.ts'
import { MoreIcon, OpenIcon, SaveIcon, SettingsIcon } from './icons.tsx'
import { Lazy } from './lazy.tsx'
import { openFile } from './open-file.ts'

const loadSettings = async () => (await import('./settings-dialog.tsx')).SettingsDialog
const loadExport = async () => (await import('./export-menu.tsx')).ExportMenu

export function Files({ store }: { store: Store }) {
  const { recordings, notices, log } = store
  const input = useRef<HTMLInputElement>(null)
  const more = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isSetting, setSetting] = useState(false)
  return (
    <span class="files">
      <input
        ref={input}
        type="file"
        accept=".jsonl,.json,.html"
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
      <button
        ref={more}
        type="button"
        class="tool more"
        aria-label="Export"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title="Export as a recording, an HTML page, HAR or CSV…"
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <MoreIcon />
      </button>
      {isOpen && (
        <Lazy
          load={loadExport}
          notices={notices}
          props={{ store, opener: more, onClose: () => setOpen(false) }}
        />
      )}
      <button
        type="button"
        class="tool"
        aria-label="Settings"
        aria-haspopup="dialog"
        title="Settings: theme, what pages keep, what they hide"
        onClick={() => setSetting(true)}
      >
        <SettingsIcon />
      </button>
      {isSetting && (
        <Lazy load={loadSettings} notices={notices} props={{ store, onClose: () => setSetting(false) }} />
      )}
    </span>
  )
}
