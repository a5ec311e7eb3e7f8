/** Entry of one lesson: its text, the page it is about in a frame, and the panel beside it. */
import { computed, effect } from '@preact/signals'
import { render } from 'preact'
import { createCheckpoint } from '../../core/lessons/checkpoint.ts'
import { progressOf } from '../../core/lessons/progress.ts'
import { localStorageOrNothing } from '../../panel/local-storage.ts'
import { mountPanel } from '../../panel/mount-panel.tsx'
import { createFrameLine } from '../frame-line.ts'
import { createFrameReach } from '../frame-reach.ts'
import { createStage } from '../ways/stage.ts'
import { DEFAULT_SEED, lessonIn, seedIn } from './address.ts'
import { LESSONS, type NumberedLesson } from './all-lessons.ts'
import { beginLesson } from './begin-lesson.ts'
import { dress } from './dress.ts'
import { createKeptProgress, keepProgress } from './kept-progress.ts'
import { LessonView } from './lesson-view.tsx'

const NO_SEED = `The seed in the address is no whole number from 0 to 4294967295, so this is seed ${DEFAULT_SEED}.`

const find = (id: string) => document.getElementById(id) as HTMLElement
const { theme, wearIn } = dress()
const number = lessonIn(location.pathname)
const lesson = LESSONS.find((each) => each.number === number)
// Whatever was done in it is undone, and the log begins anew.
find('reset').addEventListener('click', () => location.reload())

if (lesson) void teach(lesson)
else render(<NoLesson />, find('text'))

async function teach(lesson: NumberedLesson): Promise<void> {
  const seed = seedIn(location.search) ?? DEFAULT_SEED
  const stage = createStage('The page of this lesson', true)
  const { frame } = stage
  const open = (page: string) => {
    frame.src = `${page}${page.includes('?') ? '&' : '?'}studio&theme=${theme.current()}`
  }
  const checkpoints = lesson.steps.map(({ expects }) => createCheckpoint(expects))
  const progress = computed(() => progressOf(checkpoints, stage.rows.value))
  const kept = createKeptProgress(localStorageOrNothing())
  effect(() => keepProgress(kept, lesson.slug, progress.value.done))

  document.title = `${lesson.title} · djust studio`
  find('page').append(frame)
  wearIn(frame)
  mountPanel(find('panel'), { line: createFrameLine(frame), reach: createFrameReach(frame), theme })
  const [before, after] = [lesson.number - 1, lesson.number + 1].map((other) =>
    LESSONS.find((each) => each.number === other),
  )
  render(<LessonView {...{ lesson, before, after, seed, progress }} change={open} />, find('text'))
  const failed = await beginLesson(seed)
  say(failed ?? (seedIn(location.search) === undefined ? NO_SEED : ''))
  if (failed === undefined) open(lesson.page)
}

function say(words: string): void {
  const said = find('said')
  said.hidden = words === ''
  said.textContent = words
}

function NoLesson() {
  return (
    <>
      <h2>There is no such lesson.</h2>
      <p>
        <a href="/lessons">All lessons</a>
      </p>
    </>
  )
}
