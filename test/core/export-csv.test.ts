/** A log as CSV: RFC 4180, a line a row, and nothing in it that a spreadsheet would run. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from '../../src/core/export/csv.ts'
import { createLog, fold, type Log, rowsOf } from '../../src/core/log.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'
import { HOSTILE } from './copy-of.ts'

/** A reader of RFC 4180 that refuses what the grammar does not allow. */
function read(text: string): string[][] {
  const records: string[][] = []
  let cells: string[] = []
  let at = 0
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (at < text.length) {
    cell.lastIndex = at
    const found = cell.exec(text)
    if (!found) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 30))}`)
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') {
      records.push(cells)
      cells = []
    }
    at = cell.lastIndex
  }
  return records
}

function written(log: Log): string[][] {
  const chunks = [...csv.write(log)]
  expect(chunks).toHaveLength(csv.countChunks(log))
  return read(chunks.join(''))
}

/** The only row, a cell by its column. */
function only(log: Log): Record<string, string> {
  const [titles = [], cells = [], ...more] = written(log)
  if (more.length > 0) throw new Error(`${more.length + 1} rows`)
  return Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? '']))
}

test('what some spreadsheets cut at stands in quotes', () => {
  const story = page().calls('f;=1+1', {}, 'a\tb').answers(200, { result: 1 })
  const text = [...csv.write(story.log)].join('')
  expect(text).toContain(',"f;=1+1",')
  expect(text).toContain(',"a\tb",')
})

test('a row tells what the log shows of it, with numbers as numbers', () => {
  const trigger = { element: 'input#q', event: 'input', certainty: 'same-task' } as const
  const story = page()
    .at(100)
    .calls('f', { q: 1 }, 'issues.new', trigger)
    .at(112.5)
    .answers(200, { result: 1 })
  expect(only(story.log)).toEqual({
    Started: '1970-01-01T00:16:40.100Z',
    Kind: 'call',
    Via: 'server_function',
    Name: 'f',
    View: 'issues.new',
    Trigger: 'input#q',
    'Trigger event': 'input',
    Status: 'ok',
    'Status text': '200',
    Failure: '',
    Transport: 'http',
    'Re-render': 'none',
    Certainty: 'proved',
    Flags: '',
    Patches: '0',
    Nodes: '',
    'Sent (bytes)': '18',
    'Received (bytes)': '12',
    'Time (ms)': '12.5',
    'Queued (ms)': '1',
    'Server + network (ms)': '11.5',
    'Held (ms)': '',
    'Applied (ms)': '',
    'Painted (ms)': '',
    'Server (ms)': '',
    'Next re-render (ms)': '',
    Frame: '0',
    Page: 'http://127.0.0.1/page',
    Id: 'page/1',
  })
})

test('a row starts when it was asked for, though it was seen later', () => {
  const { log } = page().live().at(100).dispatches('go').at(104).event('go', 1).at(112).patch(1, { ref: 1 })
  const rows = written(log)
  const column = (title: string) => rows[0]?.indexOf(title) ?? -1
  const go = rows.find((cells) => cells[column('Name')] === 'go')
  expect(go?.[column('Started')]).toBe('1970-01-01T00:16:40.100Z')
  expect(go?.[column('Time (ms)')]).toBe('12')
})

test('it says what re-rendered next, and what went wrong', () => {
  const story = page().live().calls('f').answers(500, { error: 'x', message: 'No, "no".' })
  const rows = written(story.patch(1, { source: 'broadcast' }).dom(1).log)
  const column = (title: string) => rows[0]?.indexOf(title) ?? -1
  const call = rows.find((cells) => cells[column('Name')] === 'f')
  expect(call?.[column('Failure')]).toBe('No, "no".')
  expect(call?.[column('Next re-render (ms)')]).toBe('2')
})

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1'])('%j is text to a spreadsheet', (name) => {
  expect(only(page().enters(name).log)['Name']).toBe(`'${name}`)
})

test('a number below zero is a number', () => {
  expect(only(page('d', { frame: -1 }).enters('f').log)['Frame']).toBe('-1')
})

test.each(HOSTILE)('%j comes back, with a visible sign for NUL', (name) => {
  expect(only(page().enters(name, name).log)['Name']?.replace(/^'(?=[-@])/, '')).toBe(
    name.replaceAll('\0', '␀'),
  )
})

test('any log reads back with as many cells a line, and a line a row', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const log = fold(createLog(), all)
      const rows = written(log)
      expect(rows).toHaveLength(rowsOf(log).length + 1)
      expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([29]))
    }),
  )
})
