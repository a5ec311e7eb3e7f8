/** What the overview says of few rows only, or below what is to be seen first: failure, faults, advice, collateral, initiator, what came next. */
import { mayHarm } from '../../core/collateral.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'
import { CollateralView } from './collateral-view.tsx'
import { Initiator } from './initiator.tsx'
import { lazy } from './lazy.tsx'
import { Section } from './section.tsx'

export { NextRender } from './next-render-view.tsx'

const JsonTree = lazy(async () => (await import('./json-tree.tsx')).JsonTree)

export function OverviewMore({ store, row }: { store: Store; row: Exchange }) {
  const told = store.advice.value?.shown.value.filter(({ rows }) => rows.includes(row.id)) ?? []
  return (
    <>
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
      {told.length > 0 && (
        <Section title="Advice">
          <ul class="evidence">
            {told.map(({ rule, title, subject, says, fix }) => (
              <li key={`${rule} ${subject}`} class="against">
                <span aria-hidden="true">!</span>
                <span>
                  <b>{title}</b>: <bdi>{says}</bdi> <bdi>{fix.says}</bdi>{' '}
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      store.view.value = 'advice'
                    }}
                  >
                    All advice
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {row.collateral && (
        <Section title="Collateral">
          <CollateralView collateral={row.collateral} byRender={mayHarm(row.verdict)} />
        </Section>
      )}
    </>
  )
}

export function InitiatorSection({ store, row }: { store: Store; row: Exchange }) {
  if (row.kind === 'push' || row.kind === 'system') return null
  return (
    <Section title="Initiator">
      <Initiator store={store} row={row} />
    </Section>
  )
}
