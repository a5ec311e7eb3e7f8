/** What will be in the exported file, before it is saved: which rows, which secrets were taken out, and what was not. */
import { useState } from 'preact/hooks'
import { rowsOf } from '../../core/log.ts'
import { formatBytes, formatCount, formatMany } from '../../core/numbers.ts'
import type { ExportFormat } from '../store/export-formats.ts'
import type { Store } from '../store/store.ts'
import { Dialog } from './dialog.tsx'
import { downloadBlob } from './download.ts'
import { type Preparation, usePreparation } from './use-preparation.ts'

export interface ExportDialogProps {
  store: Store
  format: ExportFormat
  onClose: () => void
}

type Scope = 'all' | 'shown'

export function ExportDialog({ store, format, onClose }: ExportDialogProps) {
  const [scope, setScope] = useState<Scope>('all')
  const [attempt, setAttempt] = useState(0)
  // While the filter still finds rows there is no file of them.
  const isCounting = scope === 'shown' && store.rows.isCounting.value
  const rowsWanted = () => (scope === 'shown' ? store.rows.visible.peek() : store.exportable.peek())
  const preparation = usePreparation(store, format, rowsWanted, `${scope} ${attempt} ${isCounting}`)
  const isReady = preparation.state === 'ready' && !isCounting

  function save(): void {
    if (preparation.state !== 'ready') return
    downloadBlob(preparation.name, preparation.file)
    onClose()
  }

  return (
    <Dialog
      title={`Export as ${format.title}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="action primary" disabled={!isReady} onClick={save}>
            Save file
          </button>
          <button type="button" class="action" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <p>{format.holds}</p>
      <ScopeChoice store={store} format={format} scope={scope} onChoose={setScope} />
      <Progress preparation={preparation} onAgain={() => setAttempt(attempt + 1)} />
      {preparation.state === 'ready' && (
        <section>
          <h3>Taken out</h3>
          <p>{placeholderSentence(preparation.placeholders)}</p>
          <h3>Not taken out</h3>
          <p>As it was: {format.asItWas}. Look through the file before you hand it on.</p>
        </section>
      )}
    </Dialog>
  )
}

interface ScopeChoiceProps extends Pick<ExportDialogProps, 'store' | 'format'> {
  scope: Scope
  onChoose: (scope: Scope) => void
}

function ScopeChoice({ store: { log, rows, exportable }, format, scope, onChoose }: ScopeChoiceProps) {
  const all = exportable.value ?? rowsOf(log.value)
  const choices: [Scope, string][] = [
    [
      'all',
      `All that is held: ${formatMany(all.length, 'row', 'rows')}, also what is filtered out or cleared`,
    ],
    ['shown', `Only what is shown: ${formatMany(rows.visible.value.length, 'row', 'rows')}`],
  ]
  return (
    <fieldset>
      <legend>Rows</legend>
      {choices.map(([value, says]) => (
        <label key={value} class="check">
          <input type="radio" name="scope" checked={scope === value} onChange={() => onChoose(value)} />
          {says}
        </label>
      ))}
      {scope === 'shown' && <p class="quiet">{format.leavesOut}</p>}
    </fieldset>
  )
}

function Progress({ preparation, onAgain }: { preparation: Preparation; onAgain: () => void }) {
  switch (preparation.state) {
    case 'preparing': {
      const { taken, count, cancel } = preparation
      return (
        <div class="progress">
          <progress aria-label="Preparing the file" value={taken} max={Math.max(1, count)} />
          <span>
            Preparing: {formatCount(taken)} of {formatCount(count)} parts
          </span>
          <button type="button" class="action" onClick={cancel}>
            Cancel
          </button>
        </div>
      )
    }
    case 'ready':
      return (
        <p role="status">
          Ready: <code>{preparation.name}</code>, {formatBytes(preparation.file.size)}.
        </p>
      )
    case 'failed':
      return <p role="alert">It could not be made: {preparation.why}. Nothing was saved.</p>
    case 'cancelled':
      return (
        <div class="progress">
          <span role="status">Cancelled; nothing was saved.</span>
          <button type="button" class="action" onClick={onAgain}>
            Prepare again
          </button>
        </div>
      )
  }
}

const SECRETS = { csrf: 'CSRF tokens', password: 'passwords', secret: 'other secrets' } as const

function placeholderSentence(counts: Record<keyof typeof SECRETS, number>): string {
  const stood = (['csrf', 'password', 'secret'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${formatCount(counts[kind])} × ‹${kind}#…› for ${SECRETS[kind]}`)
  if (stood.length === 0) return 'No placeholder stands in it: nothing of it was recognised as a secret.'
  return `Placeholders stand in it where secrets were: ${stood.join(', ')}. They were put there in the page; the secrets themselves never left it.`
}
