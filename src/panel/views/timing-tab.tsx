/** The timing of an exchange: its phases, the server's share, and when it began. */
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf } from '../../core/log.ts'
import type { Store } from '../store/store.ts'
import { durationOf, endWord, startOf } from './moments.ts'
import { formatMs, formatPreciseMs } from './numbers.ts'
import { Section } from './overview.tsx'
import { PhaseBars } from './phase-bars.tsx'

export function TimingTab({ store, row }: { store: Store; row: Exchange }) {
  const origin = documentsOf(store.log.value).find(({ doc }) => doc === row.doc)?.origin ?? 0
  const duration = durationOf(row)
  const start = startOf(row)
  return (
    <>
      <Section title="Phases">
        <PhaseBars row={row} />
        <p class="quiet">– means that nobody saw it.</p>
      </Section>
      <Section title="In all">
        <dl>
          <dt>Began</dt>
          <dd>
            {formatMs(start)} after its document
            {origin > 0 && `, at ${new Date(origin + start).toLocaleTimeString()}`}
          </dd>
          <dt>Took</dt>
          <dd>{duration === undefined ? 'not known' : `${formatPreciseMs(duration)}, ${endWord(row)}`}</dd>
          <dt>Server says</dt>
          <dd>
            {row.times.server === undefined
              ? 'nothing of its own time'
              : `${formatPreciseMs(row.times.server)} of the wait`}
          </dd>
        </dl>
      </Section>
      {row.later?.map((times, index) => (
        <Section key={index} title={`Answer ${index + 2}`}>
          <PhaseBars row={{ ...row, times: { ...times, sent: row.times.sent ?? row.at } }} />
        </Section>
      ))}
    </>
  )
}
