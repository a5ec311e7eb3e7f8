/** All lessons, and how far each was ever brought in this browser. */
import { formatMany } from '../../core/numbers.ts'
import { addressOf } from './address.ts'
import { LESSONS } from './all-lessons.ts'
import type { KeptProgress } from './kept-progress.ts'

export function LessonList({ kept, seed }: { kept: KeptProgress; seed: number }) {
  return (
    <>
      <h2>Lessons</h2>
      <p>
        Each opens a page of the demo beside the log, and says what to do. The log itself shows when it is
        done. What you do in a lesson is yours alone: it works in a database of its own.
      </p>
      <ol>
        {LESSONS.map(({ number, slug, title, about, steps }) => {
          const done = Math.min(kept.value[slug] ?? 0, steps.length)
          const isDone = done === steps.length
          return (
            <li key={slug} data-state={isDone ? 'done' : 'later'}>
              <span class="mark" aria-hidden="true">
                {isDone ? '✓' : number}
              </span>
              <div>
                <a href={addressOf(number, seed)}>{title}</a>
                <p>{about}</p>
                <p class="count">
                  {isDone ? 'Done.' : `${done} of ${formatMany(steps.length, 'step', 'steps')} done.`}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}
