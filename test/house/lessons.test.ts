/** Lessons at the build: what is wrong with one is told with file, line and column, and nothing is built. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkLessons, LessonError } from '../../scripts/lessons.ts'

const root = mkdtempSync(join(tmpdir(), 'djust-lessons-'))
mkdirSync(join(root, 'lessons'))
afterAll(() => rmSync(root, { recursive: true }))

const write = (file: string, where: string) =>
  writeFileSync(
    join(root, 'lessons', file),
    `---\ntitle: A\nabout: B\npage: /tutorial\n---\n\n## Do it.\n\n\`\`\`expect\nwhere: ${where}\n\`\`\`\n`,
  )

test('every problem of every lesson is named at once', () => {
  write('01-good.md', 'kind:call')
  expect(() => checkLessons(root)).not.toThrow()
  write('02-bad.md', 'kind:cal')
  write('03-bad.md', 'name:')
  expect(() => checkLessons(root)).toThrow(LessonError)
  expect(() => checkLessons(root)).toThrow(
    /^lessons\/02-bad\.md:10:13: “kind:cal”: .* did you mean “call”\?.*\nlessons\/03-bad\.md:10:8: This part of the filter is not finished\.$/,
  )
})
