/** Both ways, from top to bottom: predict, type, watch it played, read what it cost and why. */
import { explain } from '../../core/ways/sentences.ts'
import { CostCard } from './cost-card.tsx'
import { Lanes } from './lanes.tsx'
import { Prediction } from './prediction-view.tsx'
import { Stages } from './stages.tsx'
import { TypingView } from './typing-view.tsx'
import type { Ways } from './ways-store.ts'

export function App({ ways }: { ways: Ways }) {
  const { costs, run } = ways
  return (
    <>
      <section class="intro">
        <h2>Both ways</h2>
        <p>
          You type once. The same keys, with the same pauses, go to an <b class="dispatch">event handler</b>{' '}
          and to a <b class="call">server function</b> that do the same search. Predict first; then read what
          was measured.
        </p>
      </section>
      <Prediction ways={ways} />
      <TypingView ways={ways} />
      <Stages ways={ways} />
      {run.value && costs.value && (
        <section class="outcome" aria-label="What it cost">
          <Lanes run={run.value} />
          <div class="read">
            <CostCard handler={costs.value.handler} called={costs.value.function} />
            <section aria-labelledby="why">
              <h3 id="why">Why</h3>
              <ul class="why">
                {explain(costs.value.handler, costs.value.function).map(({ about, says }) => (
                  <li key={about} data-about={about}>
                    {says}
                  </li>
                ))}
              </ul>
              <p class="sub">
                Every sentence follows from this run’s own rows. Play it again, and the figures move.
              </p>
            </section>
          </div>
        </section>
      )}
    </>
  )
}
