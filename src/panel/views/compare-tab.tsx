/** An exchange beside another one: what it cost and did, and what differs in what was sent and received. */
import '../css/compare.css'
import { useMemo } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { durationOf } from '../../core/moments.ts'
import { formatBytes, formatCount, formatMs } from '../../core/numbers.ts'
import { verdictWords } from '../../core/verdict-words.ts'
import { wallTimeOf } from '../../core/wall-time.ts'
import type { Body } from '../../protocol/facts.ts'
import type { Confirmation } from '../store/confirmation.ts'
import type { Store } from '../store/store.ts'
import { BodyView } from './body-view.tsx'
import { ChangesTable } from './changes-table.tsx'
import { compareBodies } from './compare-bodies.ts'
import { Section } from './section.tsx'

export interface CompareTabProps {
  store: Store
  row: Exchange
  other: Exchange
}

export function CompareTab({ store, row, other }: CompareTabProps) {
  const { log, selection, confirmation } = store
  const apart = wallTimeOf(row, log.value) - wallTimeOf(other, log.value)
  const isLater = apart > 0 || (apart === 0 && row.seq > other.seq)
  const [earlier, later] = isLater ? [other, row] : [row, other]
  const isKept = selection.kept.value?.id === other.id
  const answers = Math.max(earlier.answers.length, later.answers.length)
  return (
    <>
      <p>
        Compared with{' '}
        <button type="button" class="link" onClick={() => selection.select(other.id)}>
          <bdi>{other.name}</bdi>
        </button>
        {isKept ? ', which you chose' : ', the one before'}: {formatMs(Math.abs(apart))}{' '}
        {isLater ? 'earlier' : 'later'}.
      </p>
      <p class="quiet">
        {isKept ? (
          <button type="button" class="link" onClick={() => selection.toggleKept(other.id)}>
            Compare with the one before instead
          </button>
        ) : (
          'To compare with another one, Ctrl- or ⌘-click its row, or press Shift+Space on it.'
        )}
      </p>
      <Section title="At a glance">
        <Glance earlier={earlier} later={later} />
      </Section>
      <Bodies title="Sent" before={earlier.request} after={later.request} confirmation={confirmation} />
      {Array.from({ length: answers }, (_, index) => (
        <Bodies
          key={index}
          title={answers === 1 ? 'Received' : `Answer ${index + 1}`}
          before={earlier.answers[index]}
          after={later.answers[index]}
          confirmation={confirmation}
        />
      ))}
    </>
  )
}

const FIGURES: readonly [name: string, textOf: (row: Exchange) => string][] = [
  ['Name', ({ name }) => name],
  ['Status', ({ statusText }) => statusText],
  ['Re-render', (row) => `${verdictWords(row).shape} ${verdictWords(row).text}`],
  ['Patches', ({ patches }) => formatCount(patches)],
  ['Time', timeOf],
  ['Sent', ({ sent }) => formatBytes(sent)],
  ['Received', ({ received }) => formatBytes(received)],
]

function timeOf(row: Exchange): string {
  const duration = durationOf(row)
  return duration === undefined ? 'not known' : formatMs(duration)
}

function Glance({ earlier, later }: { earlier: Exchange; later: Exchange }) {
  return (
    <table class="changes" aria-label="At a glance">
      <thead>
        <tr>
          <th scope="col">Change</th>
          <th scope="col">What</th>
          <th scope="col">Earlier</th>
          <th scope="col">Later</th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(([name, textOf]) => {
          const [was, is] = [textOf(earlier), textOf(later)]
          return (
            <tr key={name} class={was === is ? 'same' : 'changed'}>
              <td class="change">
                <span aria-hidden="true">{was === is ? '=' : '→'}</span> {was === is ? 'same' : 'changed'}
              </td>
              <th scope="row">{name}</th>
              <td>
                <bdi>{was}</bdi>
              </td>
              <td>
                <bdi>{is}</bdi>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface BodiesProps {
  title: string
  before: Body | undefined
  after: Body | undefined
  confirmation: Confirmation
}

function Bodies({ title, before, after, confirmation }: BodiesProps) {
  const compared = useMemo(() => compareBodies(before, after), [before, after])
  switch (compared.type) {
    case 'json':
      return (
        <Section title={title}>
          <ChangesTable
            label={`What differs in what was ${title.toLowerCase()}`}
            comparison={compared.comparison}
            after={compared.after}
            confirmation={confirmation}
          />
        </Section>
      )
    case 'only':
      return (
        <BodyView
          store={{ confirmation }}
          title={`${title}, only the ${compared.which}`}
          body={compared.body}
        />
      )
    case 'same':
      return (
        <Section title={title}>
          <p class="quiet">Nothing differs.</p>
        </Section>
      )
    case 'texts':
      return (
        <Section title={title}>
          <p class="notice">
            {compared.isCut
              ? CUT
              : 'They differ, and are not both JSON, so only their texts could be compared.'}
          </p>
        </Section>
      )
  }
}

const CUT = 'One of them was cut when it was copied, so what differs cannot be said.'
