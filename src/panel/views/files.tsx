/** Recordings: opened, saved, and exported as other files. */
import { useRef, useState } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import { downloadText } from './download.ts'
import { MoreIcon, OpenIcon, SaveIcon } from './icons.tsx'
import { Lazy } from './lazy.tsx'
import { openFile } from './open-file.ts'

const loadExport = async () => (await import('./export-menu.tsx')).ExportMenu

export function Files({ store }: { store: Store }) {
  const { recordings, notices, log, kept } = store
  const input = useRef<HTMLInputElement>(null)
  const more = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
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
          const { name, text } = recordings.save(log.value, kept.value)
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
    </span>
  )
}
