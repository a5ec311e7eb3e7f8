/** Recordings: what is written reads back, and what is broken is named. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog, documentsOf, fold, rowsOf } from '../../src/core/log.ts'
import { logOf, readRecording } from '../../src/core/read-recording.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

const about = {
  tool: 'djust-devtools 0.1.0',
  browser: 'Firefox 153',
  caps: { payload: 100 },
  redaction: 'None.',
}
const story = page().live().calls('f').answers(200, { result: 1 }).event('add', 1).patch(1, { ref: 1 })
const text = writeRecording(story.log, about)

test('a recording reads back to the same log', () => {
  const recording = readRecording(text, readFact)
  expect(recording.problems).toEqual([])
  expect(rowsOf(logOf(recording))).toEqual(story.rows)
})

test('the header says who wrote it, of which documents, and how many facts follow', () => {
  expect(readRecording(text, readFact).header).toEqual({
    format: 'djust-devtools recording',
    version: 1,
    ...about,
    documents: [
      { doc: 'page', frame: 0, url: 'http://127.0.0.1/page', top: true, origin: 1_000_000, features: [] },
    ],
    features: [],
    facts: story.facts.length,
  })
})

test('any log reads back to itself', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const log = fold(createLog(), all)
      const recording = readRecording(writeRecording(log, about), readFact)
      expect(recording.problems).toEqual([])
      expect(rowsOf(logOf(recording))).toEqual(rowsOf(log))
      expect(documentsOf(logOf(recording))).toEqual(documentsOf(log))
    }),
  )
})

test('a recording cut anywhere gives everything before the cut and names the line', () => {
  const whole = readRecording(text, readFact)
  const body = text.indexOf('\n') + 1
  fc.assert(
    fc.property(fc.integer({ min: body, max: text.length - 2 }), (cut) => {
      const half = readRecording(text.slice(0, cut), readFact)
      const complete = text.slice(body, cut).split('\n').length - 1
      expect(half.sightings.slice(0, complete)).toEqual(whole.sightings.slice(0, complete))
      expect(half.sightings.length - complete).toBeLessThanOrEqual(1)
      expect(half.problems.length).toBeGreaterThan(0)
      expect(half.problems.every(({ line }) => line >= complete + 1)).toBe(true)
    }),
  )
})

test('a recording cut in the middle of a line says so', () => {
  const { problems } = readRecording(text.slice(0, -20), readFact)
  const line = story.facts.length + 1
  expect(problems).toEqual([
    { line, says: 'The recording ends in the middle of this line; everything before it was read.' },
  ])
})

test('a recording cut between two lines says how much is missing', () => {
  const lines = text.trimEnd().split('\n')
  const { problems } = readRecording(`${lines.slice(0, -3).join('\n')}\n`, readFact)
  expect(problems.map(({ says }) => says)).toEqual([
    `The recording ends early: 3 of ${story.facts.length} facts are missing.`,
  ])
})

test('malformed lines are named and skipped', () => {
  const lines = text.trimEnd().split('\n')
  lines.splice(2, 1, '{oops', '{"fact":1}', '{"doc":"page","frame":0,"fact":{"type":"odd"}}', '')
  const { problems, sightings: read } = readRecording(lines.join('\r\n'), readFact)
  expect(problems.map(({ line }) => line)).toEqual([3, 4, 5])
  expect(problems[0]?.says).toBe('Not JSON; the line was skipped.')
  expect(problems[1]?.says).toBe('Not a fact of a document; the line was skipped.')
  expect(problems[2]?.says).toMatch(/^Not a readable fact; the line was skipped: /)
  expect(read).toHaveLength(story.facts.length - 1)
})

test('a recording of a newer version is not read, and says what to do', () => {
  const newer = readRecording(text.replace('"version":1', '"version":2'), readFact)
  expect(newer).toEqual({
    header: undefined,
    sightings: [],
    problems: [
      {
        line: 1,
        says: 'This recording was written by a newer version (format 2; this reader knows up to 1). Update djust-devtools to open it.',
      },
    ],
  })
})

test('a file that is no recording says so', () => {
  for (const garbage of ['', '{}', 'hello\nworld', '[]', '{"log":{"entries":[]}}'])
    expect(readRecording(garbage, readFact).problems[0]).toEqual({
      line: 1,
      says: 'This is not a djust recording: its first line is not the header of one.',
    })
})

test('a damaged header does not cost the facts', () => {
  const { header, sightings: read } = readRecording(text.slice(10), readFact)
  expect(header).toBeUndefined()
  expect(read).toHaveLength(story.facts.length)
})
