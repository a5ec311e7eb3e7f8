/** Files dropped anywhere on the panel are opened, and it shows while one is held over it. */
import type { Store } from '../store/store.ts'
import { openFile } from './open-file.ts'

export function hearFileDrop(panel: HTMLElement, { recordings, notices }: Store, signal: AbortSignal): void {
  const setOver = (isOver: boolean) => panel.classList.toggle('dropping', isOver)
  panel.addEventListener(
    'dragover',
    (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    { signal },
  )
  panel.addEventListener('dragleave', () => setOver(false), { signal })
  panel.addEventListener(
    'drop',
    (event) => {
      event.preventDefault()
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file) void openFile(file, recordings, notices)
    },
    { signal },
  )
}
