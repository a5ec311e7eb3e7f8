/** The overview of an exchange: verdict, evidence, who asked, what it cost, what came next, what went wrong. */
import type { ComponentChildren } from 'preact'
import { mayHarm } from '../../core/collateral.ts'
import type { Exchange } from '../../core/exchange.ts'
import { FLAG_SENTENCES, verdictWords } from '../../core/verdict-words.ts'
import type { Store } from '../store/store.ts'
import { CollateralView } from './collateral-view.tsx'
import { Initiator } from './initiator.tsx'
import { lazy } from './lazy.tsx'
import { NextRender } from './next-render-view.tsx'
import { PhaseBars } from './phase-bars.tsx'
import { verdictHeading, verdictSentence } from './verdict-sentences.ts'
import { WhoAsked } from './who-asked.tsx'

const PageSection = lazy(async () => (await import('./page-section.tsx')).PageSection)
const JsonTree = lazy(async () => (await import('./json-tree.tsx')).JsonTree)

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
      {row.failure && (
        <Section title="Failure">
          <p class="failure">
            {row.transport === 'http' && Number(row.statusText) > 0 && `HTTP ${row.statusText} `}
            {row.failure.code && <code>{row.failure.code}</code>} <bdi>{row.failure.message}</bdi>
          </p>
          {row.failure.details !== undefined && (
            <JsonTree
              label="Details of the failure"
              value={row.failure.details}
              confirmation={store.confirmation}
            />
          )}
        </Section>
      )}
      {row.faults && (
        <Section title="Fault">
          <ul class="evidence">
            {row.faults.map(({ id, says }) => (
              <li key={id} class="against">
                <span aria-hidden="true">!</span>
                <bdi>{says}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Who asked">
        <WhoAsked row={row} />
        <PageSection store={store} row={row} />
      </Section>
      {row.kind !== 'push' && row.kind !== 'system' && (
        <Section title="Initiator">
          <Initiator store={store} row={row} />
        </Section>
      )}
      {row.collateral && (
        <Section title="Collateral">
          <CollateralView collateral={row.collateral} byRender={mayHarm(row.verdict)} />
        </Section>
      )}
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

export interface SectionProps {
  title: string
  /** Stands quietly beside the title. */
  note?: ComponentChildren
  children: ComponentChildren
}

export function Section({ title, note, children }: SectionProps) {
  return (
    <section>
      <h3>
        {title} {note !== undefined && <span class="quiet">{note}</span>}
      </h3>
      {children}
    </section>
  )
}
