/** A button that copies a text and says so. */
import type { Confirmation } from '../store/confirmation.ts'
import { copyText } from './copy-text.ts'

export interface CopyButtonProps {
  text: string
  /** Completes “Copy …”. */
  what: string
  confirmation: Confirmation
}

export function CopyButton({ text, what, confirmation }: CopyButtonProps) {
  return (
    <button
      type="button"
      class="copy"
      aria-label={`Copy ${what}`}
      onClick={() => void copyText(text, what, confirmation)}
    >
      Copy
    </button>
  )
}
