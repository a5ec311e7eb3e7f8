/** The contract that the log holds, to be read before it is saved: what each event of the user may ask, and how it behaves. */
import { useMemo } from 'preact/hooks'
import { contractText } from '../../contract/write-contract-text.ts'
import { inferContract } from '../../core/contract/infer-contract.ts'
import { formatMany } from '../../core/numbers.ts'
import type { Store } from '../store/store.ts'
import { CopyButton } from './copy-button.tsx'
import { Dialog } from './dialog.tsx'
import { downloadBlob } from './download.ts'

export interface ContractDialogProps {
  store: Store
  onClose: () => void
}

/** By keyboard too. */
const SCROLLABLE = { tabIndex: 0 } as const

export function ContractDialog({ store, onClose }: ContractDialogProps) {
  const { rows, recordings, confirmation } = store
  // As the log is when the dialog opens: what is read is what is saved.
  const { text, count } = useMemo(() => {
    const present = rows.present.peek()
    const contract = inferContract(present, recordings.opened.peek()?.name)
    return { text: contractText(contract), count: present.length }
  }, [store])
  return (
    <Dialog
      title="Save as contract"
      onClose={onClose}
      actions={
        <>
          <button
            type="button"
            class="action primary"
            onClick={() => {
              downloadBlob('contract.yaml', new Blob([text], { type: 'application/yaml' }))
              onClose()
            }}
          >
            Save file
          </button>
          <CopyButton text={text} what="the contract" confirmation={confirmation} />
          <button type="button" class="action" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <p>
        What is true of {formatMany(count, 'row', 'rows')} of the log. Shorten it to what must stay true, and
        let <code>djust-devtools check</code> hold later recordings against it.
      </p>
      <pre class="yaml" role="region" aria-label="The contract" {...SCROLLABLE}>
        <code>{text}</code>
      </pre>
    </Dialog>
  )
}
