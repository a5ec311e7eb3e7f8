/** The bar below the log: what is shown in numbers, and what is held or lost. First what must be seen where there is room for little. */
import { KIND_ORDER, KINDS } from '../../core/kinds.ts'
import { documentsOf } from '../../core/log.ts'
import { formatBytes, formatCount, formatMany } from '../../core/numbers.ts'
import type { Store } from '../store/store.ts'

export function SummaryBar({ store }: { store: Store }) {
  const { rows } = store
  const { exchanges, kinds, rerenders, patches, sent, received } = rows.summary.value
  const total = rows.present.value.length
  const isCounting = rows.isCounting.value
  const shown = KIND_ORDER.filter((kind) => kinds[kind] > 0).map((kind) =>
    formatMany(kinds[kind], KINDS[kind].one, KINDS[kind].many),
  )
  return (
    // Spoken on demand only: under load it changes with every frame.
    <div class="summary" role="status" aria-live="off">
      <span title="Shown, of all there are; system rows are hidden at first">
        <b>
          {formatCount(exchanges)}
          {isCounting && '+'}
        </b>
        {exchanges === total && !isCounting ? '' : ` / ${formatCount(total)}`}{' '}
        {total === 1 ? 'exchange' : 'exchanges'}
      </span>{' '}
      {rows.hiddenFailures.value > 0 && (
        <span class="failed" title="They went wrong, and the chips or the words of the filter hide them">
          {formatMany(rows.hiddenFailures.value, 'failure', 'failures')} hidden by the filter{' '}
        </span>
      )}
      {rows.paused.value > 0 && (
        <span title="They came while recording was paused; a saved recording has them">
          {formatCount(rows.paused.value)} hidden by the pause{' '}
        </span>
      )}
      <Lost log={store.log} />
      {shown.length > 0 && <span class="kinds">{shown.join(' · ')} </span>}
      {exchanges > 0 && (
        <span title="Exchanges because of which the page re-rendered, and the patches on the wire">
          {formatMany(rerenders, 're-render', 're-renders')}, {formatMany(patches, 'patch', 'patches')}{' '}
        </span>
      )}
      {exchanges > 0 && (
        <span title="Sent and received, on the wire">
          {formatBytes(sent)} ↑ {formatBytes(received)} ↓{' '}
        </span>
      )}
      <Held store={store} />
    </div>
  )
}

function Lost({ log }: Pick<Store, 'log'>) {
  const lost = documentsOf(log.value).reduce((sum, document) => sum + document.lost, 0)
  if (lost === 0) return null
  return (
    <span class="lost" title="The page's own memory was full before anybody read them">
      {formatMany(lost, 'fact', 'facts')} lost{' '}
    </span>
  )
}

function Held({ store: { log, recordings, preferences } }: { store: Store }) {
  const facts = [...log.value.chronicles.values()].reduce((sum, { count }) => sum + count, 0)
  const { facts: most, bytes } = preferences.caps.value
  if (facts === 0) return null
  return (
    <span class="held" title="Facts are what the page reports; every row is folded from them">
      holding {formatMany(facts, 'fact', 'facts')}
      {!recordings.opened.value && (
        <span
          class="caps"
          title="What each page keeps for whoever opens DevTools late; the settings say how much"
        >
          {' '}
          · a page keeps at most {formatCount(most)}, {formatBytes(bytes)}
        </span>
      )}
    </span>
  )
}
