/** The menu of what a log can be exported as, and the dialog that each of them leads to. */
import '../css/dialog.css'
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { EXPORT_FORMATS } from '../store/export-formats.ts'
import type { Store } from '../store/store.ts'
import { ExportDialog } from './export-dialog.tsx'
import { Menu } from './menu.tsx'

export interface ExportMenuProps {
  store: Store
  opener: RefObject<HTMLElement | null>
  onClose: () => void
}

const ITEMS = EXPORT_FORMATS.map(({ id, title, extension }) => ({ id, title: `${title} (.${extension})…` }))

export function ExportMenu({ store, opener, onClose }: ExportMenuProps) {
  const [chosen, setChosen] = useState<string>()
  const format = EXPORT_FORMATS.find(({ id }) => id === chosen)
  return format ? (
    <ExportDialog store={store} format={format} onClose={onClose} />
  ) : (
    <Menu label="Export" items={ITEMS} opener={opener} onChoose={setChosen} onClose={onClose} />
  )
}
