/** The menu of what a log can be exported as. */
import { EXPORT_FORMATS, type ExportFormat } from '../store/export-formats.ts'
import { openMenu } from './menu.tsx'

export function openExportMenu(owner: HTMLElement, onChoose: (format: ExportFormat) => void): Promise<void> {
  const items = EXPORT_FORMATS.map((format) => ({
    title: `${format.title} (.${format.extension})…`,
    run: () => onChoose(format),
  }))
  return openMenu({ label: 'Export', groups: () => [{ items }], at: owner.getBoundingClientRect(), owner })
}
