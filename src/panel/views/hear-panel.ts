/** What begins once the panel is drawn: hearing what is done to it as a whole, its keys and files dropped on it, and the advice. */
import type { Store } from '../store/store.ts'
import { followAdvice } from './follow-advice.ts'
import { hearFileDrop } from './hear-file-drop.ts'
import { hearPanelKeys } from './hear-panel-keys.ts'
import { hearToolbarKeys } from './hear-toolbar-keys.ts'

/** `onClose` closes the details and leads back to their row. */
export function hearPanel(panel: HTMLElement, store: Store, onClose: () => void, stop: AbortSignal): void {
  hearFileDrop(panel, store, stop)
  hearPanelKeys(panel, store, onClose, stop)
  hearToolbarKeys(panel, stop)
  followAdvice(store, stop)
}
