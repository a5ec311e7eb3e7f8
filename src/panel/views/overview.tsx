/** The overview of an exchange: verdict, evidence, who asked, what it cost, what came next, what went wrong. */
import type { Exchange } from '../../core/exchange.ts'
import { FLAG_SENTENCES, verdictWords } from '../../core/verdict-words.ts'
import type { Store } from '../store/store.ts'
import { lazy } from './lazy.tsx'
import { PhaseBars } from './phase-bars.tsx'
import { Section } from './section.tsx'
import { verdictHeading, verdictSentence } from './verdict-sentences.ts'
import { WhoAsked } from './who-asked.tsx'

const more = () => import('./overview-more.tsx')
const OverviewMore = lazy(async () => (await more()).OverviewMore)
const Initiator = lazy(async () => (await more()).InitiatorSection)
const NextRender = lazy(async () => (await more()).NextRender)
const PageSection = lazy(async () => (await import('./page-section.tsx')).PageSection)
const RaceSection = lazy(async () => (await import('./race-section.tsx')).RaceSection)

export function Overview({ store, row }: { store: Store; row: Exchange }) {
  const { shape, isLoud } = verdictWords(row)
  const { certainty, evidence, flags } = row.verdict
  const sentence = verdictSentence(row)
  return (
    <>
      <h2 class={isLoud ? 'loud' : ''}>
        <span aria-hidden="true">{shape}</span> {verdictHeading(row)}
      </h2>
      {(sentence || row.dom?.where) && (
        <p>
          {sentence}
          {row.dom?.where && (
            <>
              {' '}
              In <code>{row.dom.where}</code>.
            </>
          )}
        </p>
      )}
      <Section title="Evidence" note={<span title={CERTAINTY[certainty]}>{certainty}</span>}>
        <ul class="evidence">
          {evidence.map(({ weight, says }) => (
            <li key={says} class={weight}>
              <span role="img" aria-label={weight === 'for' ? 'For it:' : 'Against it:'}>
                {weight === 'for' ? '✓' : '!'}
              </span>
              <bdi>{says}</bdi>
            </li>
          ))}
          {flags.map((flag) => (
            <li key={flag} class="against">
              <span aria-hidden="true">!</span>
              <span>
                <b>{flag}</b>: {FLAG_SENTENCES[flag]}
              </span>
            </li>
          ))}
          {row.unknown && row.verdict.render !== 'unknown' && (
            <li class="against">
              <span aria-hidden="true">?</span>
              <span>
                This reader does not know <bdi>{row.unknown.join(', ')}</bdi>.
              </span>
            </li>
          )}
        </ul>
      </Section>
      <OverviewMore store={store} row={row} />
      {(row.kind === 'call' || row.kind === 'dispatch') && <RaceSection store={store} row={row} />}
      <Section title="Who asked">
        <WhoAsked row={row} />
        <PageSection store={store} row={row} />
      </Section>
      <Initiator store={store} row={row} />
      <Section title="Timing">
        <PhaseBars row={row} />
      </Section>
      <Section title="Next re-render">
        <NextRender store={store} row={row} />
      </Section>
    </>
  )
}

const CERTAINTY = {
  proved: 'By identity of request, frame or ref',
  inferred: 'By order and name, for the wire does not say',
} as const
