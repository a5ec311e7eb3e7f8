/** One step: what to do, whether the log has shown it, and what was to be seen. */
import { useEffect, useRef } from 'preact/hooks'
import type { Step } from '../../core/lessons/lesson.ts'
import { wordsFor } from '../../core/lessons/words-for.ts'
import { Blocks, Spans } from './blocks.tsx'

interface StepProps {
  step: Step
  number: number
  state: 'done' | 'now' | 'later'
  /** How far it is; empty when there is nothing to say. */
  says: string
  change(page: string): void
}

export function StepView({ step, number, state, says, change }: StepProps) {
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // The first is where the person is already.
    if (state === 'now' && number > 1) here.current?.scrollIntoView({ block: 'nearest' })
  }, [state])
  return (
    <li ref={here} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <h3>
        <span class="mark" aria-hidden="true">
          {state === 'done' ? '✓' : number}
        </span>
        <span>
          <Spans spans={step.asks} />
        </span>
        {state === 'done' && <span class="unseen"> Done.</span>}
      </h3>
      <Blocks blocks={step.body} change={state === 'later' ? undefined : change} />
      {state === 'now' && says !== '' && <p class="says">{says}</p>}
      {state === 'done' && (
        <div class="seen">
          <Blocks blocks={step.seen} />
        </div>
      )}
      <details>
        <summary>What the log must show</summary>
        <p>
          {wordsFor(step.expects).map(({ says: words, filter }) => (
            <span key={words}>
              {words} <code>{filter}</code>{' '}
            </span>
          ))}
        </p>
      </details>
    </li>
  )
}
