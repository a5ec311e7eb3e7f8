/** The ways to send an exchange again, or why there is none. */
import { useMemo, useState } from 'preact/hooks'
import { contextOf } from '../../core/copy/context-of.ts'
import type { Exchange } from '../../core/exchange.ts'
import { sendingOf } from '../../core/resend.ts'
import type { Store } from '../store/store.ts'
import { ResendDialog } from './resend-dialog.tsx'
import { type ResendMode, resendName, whyNoPage } from './resend-words.ts'

const MODES: readonly ResendMode[] = ['once', 'edited', 'often']

export function ResendButtons({ store, row }: { store: Store; row: Exchange }) {
  const [mode, setMode] = useState<ResendMode>()
  const { reach, log, browser } = store
  // Looks through every fact of the document, so not with every one that comes.
  const read = useMemo(() => sendingOf(row, contextOf(log.peek(), row)), [row, log])
  const why = whyNoPage(store, row) ?? (read.ok ? undefined : read.says)
  return (
    <>
      <p class="buttons">
        {MODES.map((each) => (
          <button
            key={each}
            type="button"
            class="action"
            disabled={why !== undefined}
            title={why ?? 'Asks you before it sends anything'}
            onClick={() => setMode(each)}
          >
            {resendName(each, browser)}
          </button>
        ))}
      </p>
      {why && <p class="quiet">Cannot be resent. {why}</p>}
      {mode && reach && read.ok && (
        <ResendDialog
          store={store}
          reach={reach}
          row={row}
          sending={read.sending}
          mode={mode}
          onClose={() => setMode(undefined)}
        />
      )}
    </>
  )
}
