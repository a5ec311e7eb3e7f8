/** The end of the toolbar: recordings opened, saved, and exported as other files; and the settings. */
import { useRef, useState } from 'preact/hooks'
import type { ExportFormat } from '../store/export-formats.ts'
import type { Store } from '../store/store.ts'
import { downloadText } from './download.ts'
import { DownIcon, OpenIcon, SaveIcon, SettingsIcon } from './icons.tsx'
import { lazy } from './lazy.tsx'
import { MenuButton } from './menu-button.tsx'

const SettingsDialog = lazy(async () => (await import('./settings-dialog.tsx')).SettingsDialog)
const ExportDialog = lazy(async () => (await import('./export-dialog.tsx')).ExportDialog)

export function Files({ store }: { store: Store }) {
  const { recordings, notices, log } = store
  const input = useRef<HTMLInputElement>(null)
  const [format, setFormat] = useState<ExportFormat>()
  const [isSetting, setSetting] = useState(false)
  async function openExportMenu(button: HTMLElement): Promise<void> {
    const { openExportMenu } = await import('./export-menu.ts')
    await openExportMenu(button, setFormat)
  }
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
          if (file) void import('./open-file.ts').then(({ openFile }) => openFile(file, recordings, notices))
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
      <MenuButton
        class="tool more"
        aria-label="Export"
        title="Export as a recording, an HTML page, HAR or CSV…"
        open={openExportMenu}
      >
        <DownIcon />
      </MenuButton>
      {format && <ExportDialog store={store} format={format} onClose={() => setFormat(undefined)} />}
      <button
        type="button"
        class="tool"
        aria-label="Settings"
        aria-haspopup="dialog"
        title="Settings: theme, columns, what pages keep, what they hide"
        onClick={() => setSetting(true)}
      >
        <SettingsIcon />
      </button>
      {isSetting && <SettingsDialog store={store} onClose={() => setSetting(false)} />}
    </span>
  )
}
