/** Lessons for the build: each Markdown file becomes the lesson that it is; one that cannot be read ends the build, with file, line and column. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { tellProblem } from '../src/core/lessons/place.ts'
import { readLesson } from '../src/core/lessons/read-lesson.ts'

/** A line for each problem. */
export class LessonError extends Error {}

/** Before the build, so that a problem is told in its own words alone. @throws LessonError with every problem of every lesson */
export function checkLessons(root: string): void {
  const problems = globSync('lessons/*.md', { cwd: root })
    .sort()
    .flatMap((file) =>
      readLesson(readFileSync(join(root, file), 'utf8')).problems.map((problem) =>
        tellProblem(file.replaceAll('\\', '/'), problem),
      ),
    )
  if (problems.length > 0) throw new LessonError(problems.join('\n'))
}

export function lessonsPlugin(): Plugin {
  return {
    name: 'lessons',
    transform(text, id) {
      if (!/\/lessons\/[^/]+\.md$/.test(id)) return undefined
      return { code: `export default ${JSON.stringify(readLesson(text).lesson)}`, map: null }
    },
  }
}
