/** A recording of some rows: the others' payloads are not in it, and what was shown reads as it did. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXPORTERS } from '../../src/core/export/exporters.ts'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import { partOf } from '../../src/core/part-of.ts'
import { logOf, readRecording } from '../../src/core/read-recording.ts'
import { recordingLines } from '../../src/core/recording.ts'
import type { HiddenStretch } from '../../src/core/recording-header.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

const about = { tool: 'a test', redaction: 'as captured' }
const written = (log: Log, names?: string[]) => {
  const shown = names && rowsOf(log).filter(({ name }) => names.includes(name))
  return [...recordingLines(log, about, shown && partOf(log, shown))].join('')
}
const isHidden = (hidden: readonly HiddenStretch[], doc: string, seq: number) =>
  hidden.some((stretch) => stretch.doc === doc && stretch.from <= seq && seq <= stretch.through)

const story = () =>
  page()
    .live()
    .calls('find', { q: 'private words' })
    .answers(200, { result: ['private answer'] })
    .event('save', 1)
    .patch(2, { ref: 1 })
    .dom(3)

test('payloads of rows that are not shown are nowhere in the recording, and those of shown rows are', () => {
  expect(written(story().log)).toContain('private')
  const some = written(story().log, ['save'])
  expect(some).not.toContain('private')
  expect(some).toContain('SetText')
})

test('the rows that were left out are named in the header, and nothing is when all are shown', () => {
  const { log, rows } = story()
  const { header } = readRecording(written(log, ['save']), readFact)
  const shown = rows.filter(({ doc, seq }) => !isHidden(header?.hidden ?? [], doc, seq))
  expect(shown.map(({ name }) => name)).toEqual(['save'])
  expect(readRecording(written(log), readFact).header?.hidden).toBeUndefined()
})

test('rows that follow each other are left out as one stretch', () => {
  const { log } = page().live().event('a', 1).event('b', 2).event('c', 3).event('d', 4)
  expect(readRecording(written(log, ['c']), readFact).header?.hidden).toHaveLength(2)
})

test('whatever is left out, what was shown reads as before', () => {
  fc.assert(
    fc.property(sightings, fc.func(fc.boolean()), (facts, isShown) => {
      const log = fold(createLog(), facts)
      const shown = rowsOf(log).filter(({ id }) => isShown(id))
      const recording = readRecording([...recordingLines(log, about, partOf(log, shown))].join(''), readFact)
      const hidden = recording.header?.hidden ?? []
      const again = rowsOf(logOf(recording)).filter(({ doc, seq }) => !isHidden(hidden, doc, seq))
      expect(again).toEqual(shown)
    }),
    { numRuns: 300 },
  )
})

test.each(EXPORTERS)('$title of some rows has those and no other', ({ write, countChunks }) => {
  const { log } = story()
  const shown = rowsOf(log).filter(({ name }) => name === 'save')
  const chunks = [...write(log, shown)]
  expect(countChunks(log, shown)).toBe(chunks.length)
  expect(chunks.join('')).toContain('save')
  expect(chunks.join('')).not.toMatch(/private|find/)
})
