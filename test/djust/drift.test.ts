import { describe, expect, test } from 'vitest'
import { findDrift } from './drift.ts'
import type { BrowserName, Facts, Result } from './results.ts'
import { RUNS } from './runs.ts'
import { tableOf } from './table.ts'
import { update } from './update.ts'

/** All cells the same, but for what is given. */
function facts(release: string, browser: BrowserName, says = '⟳ patched'): Facts {
  const cells: Facts['cells'] = {}
  for (const { name, transport } of RUNS) cells[name] = { ...cells[name], [transport]: says }
  return { release, browser, cells }
}

function measuredAs(
  of: Facts,
  wanted: Result['wanted'] = RUNS.map((run) => [run.name, run.transport]),
): Result {
  const cells: Result['cells'] = {}
  for (const [name, transport] of wanted) {
    const says = of.cells[name]?.[transport]
    if (says !== undefined) cells[name] = { ...cells[name], [transport]: { says } }
  }
  return { release: of.release, browser: of.browser, cells, wanted, rows: {} }
}

const committed = ['1.2.6', '1.1.9'].flatMap((release) => [
  facts(release, 'chromium'),
  facts(release, 'firefox'),
])
const measured = () => committed.map((each) => measuredAs(each))

describe('what was measured is held against what is committed', () => {
  test('the same cells give no trouble', () => {
    expect(findDrift(measured(), committed, [])).toEqual({ troubles: [], notes: [] })
  })

  test('a cell that says otherwise is trouble, and both tellings are named', () => {
    const results = measured()
    const cells = results[0]?.cells['dj-click']
    if (cells) cells.ws = { says: '⟳ none' }
    const [trouble, ...more] = findDrift(results, committed, []).troubles
    expect(more).toEqual([])
    expect(trouble).toContain('1.2.6 chromium ws dj-click: says “⟳ none”, committed is “⟳ patched”')
    expect(trouble).toContain('npm run test:djust -- --full --update')
  })

  test('a wrong cell is trouble though it is worded alike', () => {
    const results = measured()
    const cells = results[0]?.cells['dj-click']
    if (cells) cells.sse = { says: '⟳ patched', wrong: ['wanted 2'] }
    expect(findDrift(results, committed, []).troubles).toEqual(['1.2.6 chromium sse dj-click: wanted 2'])
  })

  test('a cell that a run was to measure and has not is trouble', () => {
    const results = measured()
    delete results[2]?.cells['noop']
    expect(findDrift(results, committed, []).troubles).toEqual([
      '1.1.9 chromium ws noop: no result',
      '1.1.9 chromium sse noop: no result',
    ])
  })

  test('an empty committed cell is trouble, also when nobody measured it', () => {
    const first = facts('1.2.6', 'chromium')
    delete first.cells['noop']
    const results = measured().map((each) => ({ ...each, wanted: each.wanted.slice(0, 2) }))
    const { troubles } = findDrift(results, [first, ...committed.slice(1)], [])
    expect(troubles.map((each) => each.split('.').slice(0, 3).join('.'))).toEqual([
      '1.2.6 chromium ws noop: the cell is empty',
      '1.2.6 chromium sse noop: the cell is empty',
    ])
  })

  test('a release without its other browser has empty cells', () => {
    const { troubles } = findDrift(measured().slice(1), committed.slice(1), [])
    expect(troubles[0]).toContain('1.2.6 chromium: all cells are empty')
  })

  test('a newer patch release is held against its line, and that is said', () => {
    const results = measured().map((each) => ({ ...each, release: each.release.replace('1.2.6', '1.2.9') }))
    const { troubles, notes } = findDrift(results, committed, [])
    expect(troubles).toEqual([])
    expect(notes).toContain('djust 1.2.9 is held against what is committed of 1.2.6 (chromium).')
  })

  test('a line that nobody has committed is trouble', () => {
    const results = [...measured(), measuredAs(facts('2.0.1', 'chromium'))]
    expect(findDrift(results, committed, []).troubles[0]).toContain(
      'djust 2.0.1 in chromium is not in the table',
    )
  })

  test('one minor line alone is too few', () => {
    const { troubles } = findDrift(measured().slice(0, 2), committed, [])
    expect(troubles).toEqual(['At least 2 minor lines of djust must run; it was 1.2 only.'])
  })

  test('a line that is not available is said with the reason, and is no trouble while two others run', () => {
    const { troubles, notes } = findDrift(measured(), committed, [
      { asked: '9.9.*', says: 'ERROR: No match' },
    ])
    expect(troubles).toEqual([])
    expect(notes).toEqual(['djust 9.9.* is not available here: ERROR: No match'])
  })
})

describe('an update commits to what was measured', () => {
  test('a run in brief changes only the cells it measured', () => {
    const brief = measuredAs(facts('1.2.6', 'chromium', '⟳ none'), [['noop', 'sse']])
    const { facts: after, refused } = update(committed, [brief])
    const changed = after.find(({ release, browser }) => release === '1.2.6' && browser === 'chromium')
    expect(refused).toEqual([])
    expect(changed?.cells['noop']).toEqual({ ws: '⟳ patched', sse: '⟳ none' })
    expect(changed?.cells['dj-click']).toEqual({ ws: '⟳ patched', sse: '⟳ patched' })
  })

  test('a newer patch release takes the place of its line when it was run in full, else it is refused', () => {
    const newer = facts('1.2.9', 'chromium')
    const releases = (results: Result[]) => update(committed, results).facts.map(({ release }) => release)
    expect(releases([measuredAs(newer)])).toEqual(['1.2.6', '1.1.9', '1.1.9', '1.2.9'])
    const brief = measuredAs(newer, [['noop', 'ws']])
    expect(releases([brief])).toEqual(['1.2.6', '1.2.6', '1.1.9', '1.1.9'])
    expect(update(committed, [brief]).refused[0]).toContain('1.2.9 chromium was not run in full')
  })

  test('a wrong cell is never committed', () => {
    const result = measuredAs(facts('1.2.6', 'chromium', '⟳ none'))
    const cells = result.cells['noop']
    if (cells) cells.ws = { says: '⟳ none', wrong: ['not so'] }
    expect(update(committed, [result])).toEqual({
      facts: committed,
      refused: ['1.2.6 chromium ws noop: not so'],
    })
  })
})

describe('the table', () => {
  test('has two columns a release and browser, newest first, and a line for each that is not available', () => {
    const lines = tableOf([...committed].reverse(), [{ asked: '9.9.*', says: 'ERROR:\nno match' }]).split(
      '\n',
    )
    const head = lines.find((line) => line.startsWith('| entry'))
    expect(head).toMatch(/^\| entry \| 1\.2\.6 Chromium ws \| 1\.2\.6 Chromium sse \| 1\.2\.6 Firefox ws \|/)
    expect(head).toMatch(/1\.1\.9 Firefox sse \| 9\.9\.\* \|$/)
    expect(lines).toContain('- djust 9.9.*: ERROR: no match')
    const columns = head?.split(' | ').length
    for (const line of lines.filter((each) => each.startsWith('| `')))
      expect(line.split(' | ')).toHaveLength(columns ?? 0)
  })
})
