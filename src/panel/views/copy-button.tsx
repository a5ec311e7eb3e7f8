/** A button that copies a text and says so. */
import { useState } from 'preact/hooks'
import { copyText } from './copy-text.ts'

export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<string>()
  return (
    <button
      type="button"
      class="copy"
      onClick={() => {
        void copyText(text).then(() => setCopied(text))
      }}
    >
      {copied === text ? 'Copied' : 'Copy'}
    </button>
  )
}
