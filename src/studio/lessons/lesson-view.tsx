/** The text of a lesson beside its page: where it is, its steps, and the way to the next one. */
import type { ReadonlySignal } from '@preact/signals'
import type { Progress } from '../../core/lessons/progress.ts'
import { addressOf } from './address.ts'
import type { NumberedLesson } from './all-lessons.ts'
import { Blocks } from './blocks.tsx'
import { StepView } from './step-view.tsx'

interface LessonProps {
  lesson: NumberedLesson
  before: NumberedLesson | undefined
  after: NumberedLesson | undefined
  seed: number
  progress: ReadonlySignal<Progress>
  change(page: string): void
}

export function LessonView({ lesson, before, after, seed, progress, change }: LessonProps) {
  const { steps } = lesson
  const { done, says } = progress.value
  const isDone = done === steps.length
  return (
    <>
      <h2>
        {lesson.number}. {lesson.title}
      </h2>
      <p class="count" role="status">
        {isDone ? '✓ Lesson done.' : `${done} of ${steps.length} steps done.`}
        {says !== '' && <span class="unseen"> {says}</span>}
      </p>
      <Blocks blocks={lesson.intro} />
      <ol>
        {steps.map((step, index) => (
          <StepView
            key={`${lesson.slug} ${index}`}
            step={step}
            number={index + 1}
            state={index < done ? 'done' : index === done ? 'now' : 'later'}
            says={says}
            change={change}
          />
        ))}
      </ol>
      <nav class="turn" aria-label="Lessons">
        {before && <a href={addressOf(before.number, seed)}>← {before.title}</a>}
        <a href="/lessons">All lessons</a>
        {after && (
          <a class={isDone ? 'primary' : undefined} href={addressOf(after.number, seed)}>
            {after.title} →
          </a>
        )}
      </nav>
    </>
  )
}
