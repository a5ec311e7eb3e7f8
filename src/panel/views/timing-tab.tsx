/** The timing of an exchange: its phases, the server's share, and when it began. */
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf } from '../../core/log.ts'
import { durationOf, startOf } from '../../core/moments.ts'
import { formatMs, formatPreciseMs } from '../../core/numbers.ts'
import type { Store } from '../store/store.ts'
import { endWord } from './end-word.ts'
import { Section } from './section.tsx'
import { Waterfall } from './waterfall.tsx'

export function TimingTab({ store, row }: { store: Store; row: Exchange }) {
  const origin = documentsOf(store.log.value).find(({ doc }) => doc === row.doc)?.origin ?? 0
  const duration = durationOf(row)
  const start = startOf(row)
  return (
    <>
      <dl>
        <dt>Began</dt>
        <dd>
          {formatMs(start)} after its document
          {clockTime(origin, start)}
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
      <Section title="Phases">
        <Waterfall row={row} />
      </Section>
      {row.later?.map((times, index) => (
        <Section key={index} title={`Answer ${index + 2}`}>
          <Waterfall row={{ ...row, times: { ...times, sent: row.times.sent ?? row.at } }} />
        </Section>
      ))}
    </>
  )
}

/** Empty for a moment that no calendar has, or whose document did not say when it began. */
function clockTime(origin: number, start: number): string {
  const moment = new Date(origin + start)
  return origin > 0 && !Number.isNaN(moment.getTime()) ? `, at ${moment.toLocaleTimeString()}` : ''
}
