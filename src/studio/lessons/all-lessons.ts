/** Every lesson, in the order of its file's name; the build has read and checked them. */
import type { Lesson } from '../../core/lessons/lesson.ts'

export interface NumberedLesson extends Lesson {
  /** From 1 on, as in the address. */
  number: number
  /** What its progress is remembered by, wherever it stands in the list. */
  slug: string
}

const files = import.meta.glob<Lesson>('../../../lessons/*.md', { eager: true, import: 'default' })

export const LESSONS: readonly NumberedLesson[] = Object.entries(files)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, lesson], index) => ({ ...lesson, number: index + 1, slug: slugOf(path) }))

function slugOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/^\d+-|\.md$/g, '')
}
