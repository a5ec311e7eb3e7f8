/** A filter narrowed to one line of the statistics lets through just its rows. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { matcher } from '../../src/core/query/matcher.ts'
import { narrow } from '../../src/core/query/narrow.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import { createStatistics } from '../../src/core/statistics/statistics.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

const passing = (text: string, rows: ReturnType<typeof rowsOf>) => rows.filter(matcher(parseQuery(text)))

test('of any log, each line lets through as many rows as it counts', () => {
  fc.assert(
    fc.property(sightings, (facts) => {
      const rows = rowsOf(fold(createLog(), facts))
      for (const line of createStatistics()(rows))
        expect(passing(narrow('', line), rows)).toHaveLength(line.figures.n)
    }),
    { numRuns: 100 },
  )
})

test.each(['a b', '"', 'a"b', '\\', '-x', 'kind:call', '/x/', '__proto__', '\u202e', ' ', '\n', ''])(
  'the name %j is found and its like is not',
  (name) => {
    const { rows } = page().live().event(name, 1).event(`${name}x`, 2).event('other', 3)
    const line = createStatistics()(rows).find((each) => each.kind === 'dispatch' && each.name === name)
    expect(line?.figures.n).toBe(1)
    const text = line ? narrow('', line) : ''
    expect(parseQuery(text).problems).toEqual([])
    expect(passing(text, rows).map((row) => row.name)).toEqual([name])
  },
)

test.each(['slower-than:2', '-x', '/re/', 'x "other words', 'x "a \\', 'x param.q:"x', 'x kind:'])(
  'what was asked for stays, what was not asked for yet asks for nothing more: %s',
  (text) => {
    const line = { kind: 'call' as const, name: 'f', view: 'v' }
    const [before, after] = [parseQuery(text), parseQuery(narrow(text, line))]
    expect(after.problems).toEqual(before.problems)
    expect(after.terms).toHaveLength(before.terms.length + 3)
  },
)

test('the same line again adds nothing', () => {
  const line = { kind: 'call' as const, name: 'f', view: 'v' }
  expect(narrow(narrow('x', line), line)).toBe(narrow('x', line))
})
