/** Why did this re-render: from who made it to what it cost, step by step, each with a way to where it is shown in full. */
import '../css/why.css'
import { useMemo } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { rowsOf } from '../../core/log.ts'
import type { ChangedVariable, Place, Step, StepName } from '../../core/why/step.ts'
import { whyOf } from '../../core/why/why.ts'
import type { Store } from '../store/store.ts'
import { Reveal } from './reveal.tsx'

const TITLES: Record<StepName, string> = {
  trigger: 'Trigger',
  handler: 'Handler',
  variables: 'Changed variables',
  patches: 'Patches',
  nodes: 'Nodes',
  collateral: 'Collateral',
}

export function WhyTab({ store, row }: { store: Store; row: Exchange }) {
  // What came before it does not change any more.
  const steps = useMemo(() => whyOf(rowsOf(store.log.peek()), row), [store, row])
  return (
    <>
      <ol class="why">
        {steps.map((step) => (
          <li key={step.step} class={step.standing === 'observed' ? '' : 'unobserved'}>
            <h3>{TITLES[step.step]}</h3>
            <Said step={step} />
            {step.variables && <Variables variables={step.variables} />}
            {step.evidence && <p class="quiet">{step.evidence}</p>}
            {step.shown && <Way store={store} place={step.shown} of={TITLES[step.step]} />}
          </li>
        ))}
      </ol>
      <Reveal store={store} row={row} />
    </>
  )
}

function Said({ step: { standing, says, code } }: { step: Step }) {
  return (
    <p>
      {standing === 'not observed' && <b class="standing">not observed</b>} <bdi>{says}</bdi>
      {code !== undefined && (
        <>
          {' '}
          <code>{code}</code>
        </>
      )}
    </p>
  )
}

function Variables({ variables }: { variables: readonly ChangedVariable[] }) {
  return (
    <dl class="variables">
      {variables.map(({ name, from, to }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            {from !== undefined && (
              <>
                <code>{from}</code> <span aria-hidden="true">→</span>
                <span class="unseen">to</span>{' '}
              </>
            )}
            <code>{to ?? 'gone'}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const PLACES = { overview: 'Overview', payload: 'Payload', response: 'Response', patches: 'Patches' } as const

function Way({ store: { selection }, place, of }: { store: Store; place: Place; of: string }) {
  const isRow = 'row' in place
  return (
    <p>
      <button
        type="button"
        class="link"
        onClick={() => {
          if (isRow) selection.select(place.row)
          else selection.tab.value = place.tab
        }}
      >
        {of} in full: {isRow ? 'its row' : PLACES[place.tab]}
      </button>
    </p>
  )
}
