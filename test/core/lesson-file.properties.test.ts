/** Whatever becomes of the file of a lesson: reading it never throws, and what is wrong is said of a place in it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLesson } from '../../src/core/lessons/read-lesson.ts'

const root = join(import.meta.dirname, '../..')
const TEXTS = globSync('lessons/*.md', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
const PIECES = [
  '`',
  '**',
  '](',
  '```',
  '---\n',
  '## ',
  '\n',
  ': ',
  '"',
  '/',
  '-',
  'where: ',
  'count: 2\n',
  'é',
  '\t',
  '\r\n',
]

const spoilt = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        gone: fc.nat(40),
        piece: fc.constantFrom(...PIECES),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ text, cuts }) =>
    cuts.reduce((rest, { at, gone, piece }) => {
      const from = Math.floor(at * rest.length)
      return rest.slice(0, from) + piece + rest.slice(from + gone)
    }, text),
  )

test('a file that was spoilt is read, and each problem stands in it', () => {
  fc.assert(
    fc.property(spoilt, (text) => {
      const lines = text.split(/\r?\n/)
      for (const { line, column, says } of readLesson(text).problems) {
        expect(says).not.toBe('')
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
      }
    }),
    { numRuns: 500, seed: 5 },
  )
})
