/** Asks for a prediction before the run, and says after it what was right. */
import { judge, QUESTIONS } from '../../core/ways/prediction.ts'
import type { Ways } from './ways-store.ts'

export function Prediction({ ways: { predicted, costs, phase, run } }: { ways: Ways }) {
  const [measured, expected] = [costs.value, run.value?.predicted ?? {}]
  const judged = measured && judge(expected, measured.handler, measured.function)
  const isFixed = phase.value.is === 'playing'
  return (
    <section class="step" aria-labelledby="predict">
      <h3 id="predict">1. Predict</h3>
      <div class="questions">
        {QUESTIONS.map(({ id, asks, options }) => {
          // Whoever chooses anew predicts the next run; the last one is judged by what was said before it.
          const isNew = predicted.value[id] !== expected[id]
          const outcome = isNew ? undefined : judged?.find((each) => each.id === id)
          return (
            <fieldset key={id} disabled={isFixed} data-question={id}>
              <legend>{asks}</legend>
              {options.map((option) => (
                <label key={option.id}>
                  <input
                    type="radio"
                    name={id}
                    checked={predicted.value[id] === option.id}
                    onChange={() => {
                      predicted.value = { ...predicted.value, [id]: option.id }
                    }}
                  />
                  {option.says}
                </label>
              ))}
              <p class="outcome-of" role="status" data-right={outcome?.right}>
                {outcome && `${MARKS[String(outcome.right) as keyof typeof MARKS]} ${outcome.says}`}
              </p>
            </fieldset>
          )
        })}
      </div>
    </section>
  )
}

const MARKS = { true: '✓', false: '✗', undefined: '·' } as const
