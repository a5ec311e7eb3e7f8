/** What holds of every filter that can be typed, on every log that a page can make. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { complete } from '../../src/core/query/complete.ts'
import { matcher } from '../../src/core/query/matcher.ts'
import { narrows } from '../../src/core/query/narrows.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

const key = fc.constantFrom(
  ...['kind', 'is', 'name', 'view', 'status', 'slower-than', 'larger-than', 'patches', 'trigger', 'frame'],
  ...[
    'transport',
    'param.',
    'param.q',
    'result.0.id',
    'result."a b"',
    'Kind',
    'knd',
    'param',
    '__proto__',
    'a.b',
  ],
)
const value = fc.oneof(
  fc.constantFrom(
    'call',
    'rerender',
    'ok',
    '>3',
    '10k',
    '1.5s',
    '0',
    'a*',
    '*',
    '',
    '-',
    '://x',
    '"',
    '\\',
    '/',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const inQuotes = value.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
const regex = fc
  .string({ unit: fc.constantFrom(...'ab.*+?()[]{}|^$\\/1,-:'), maxLength: 8 })
  .map((source) => `/${source}/`)
const term = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    fc.oneof(
      value,
      inQuotes,
      regex,
      fc.tuple(key, fc.constant(':'), fc.oneof(value, inQuotes)).map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''))
const shaped = fc.array(term, { maxLength: 4 }).map((terms) => terms.join(' '))
const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), shaped, shaped)

const hostile = page('hostile')
  .live('__proto__')
  .event('constructor', 1)
  .patch(4, { ref: 1 })
  .event('\u202egnp.exe\n"\\', 2)
  .calls(
    'a'.repeat(500),
    JSON.parse('{"__proto__":{"q":[1,null,{"a b":2}]},"toString":"x","q":["call",[["x"]]]}'),
  )
  .answers(200, { result: [{ id: 'ok' }, null, 7] })
  .calls('b', {})
  .answers(200, 'null')
  .sendsBytes([1, 2, 3])
const told: fc.Arbitrary<readonly Exchange[]> = fc.oneof(
  sightings.map((each) => rowsOf(fold(createLog(), each))),
  fc.constant(hostile.rows),
)

test('reading, completing and matching never throw, and every problem lies in the text', () => {
  fc.assert(
    fc.property(typed, told, fc.nat(40), (text, rows, caret) => {
      const query = parseQuery(text)
      rows.filter(matcher(query))
      for (const { from, to } of [...query.problems, ...query.terms]) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from).toBeLessThan(to)
        expect(to).toBeLessThanOrEqual(text.length)
      }
      const { from, to } = complete(text, caret, rows)
      expect(from).toBeLessThanOrEqual(to)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['a word', 'a'.repeat(200_000)],
  ['a phrase', `"${'\\"'.repeat(100_000)}"`],
  ['slashes', '/'.repeat(200_000)],
  ['an open class', `/${'['.repeat(200_000)}`],
  ['a long expression', `/${'a'.repeat(200_000)}/`],
  ['a key', `${'a'.repeat(200_000)}:x`],
  ['a path', `param${'.a'.repeat(100_000)}:x`],
  ['stars', `name:ÿ${'*'.repeat(200_000)}`],
])('%s of any length is read and looked for', (_, text) => {
  const query = parseQuery(text)
  expect(hostile.rows.filter(matcher(query))).toEqual([])
  complete(text, text.length, hostile.rows)
})

test('a payload that was pasted whole finds its row', () => {
  const long = 'Ab'.repeat(50_000)
  const { rows } = page().live().calls('long', { q: long })
  const found = rows.filter(matcher(parseQuery(`"${long.toLowerCase()}"`)))
  expect(found.map(({ name }) => name)).toEqual(['long'])
})

test('what narrows a filter finds nothing that the filter does not', () => {
  fc.assert(
    fc.property(typed, typed, fc.nat(20), told, (text, other, length, rows) => {
      for (const before of [text.slice(0, length), text.slice(length), other]) {
        const [wide, narrow] = [parseQuery(before), parseQuery(text)]
        if (!narrows(narrow, wide)) continue
        const found = rows.filter(matcher(narrow))
        expect(found).toEqual(found.filter(matcher(wide)))
      }
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['add', 'add_tag', true],
  ['kind:call', 'reg kind:call', true],
  ['', 'reg', true],
  ['-add', '-add x', true],
  ['-add', '-add_tag', false],
  ['name:add', 'name:add_tag', false],
  ['Add', 'add_tag', false],
  ['add_tag', 'add', false],
])('after %j, %j asks only what was found: %j', (before, after, is) => {
  expect(narrows(parseQuery(after), parseQuery(before))).toBe(is)
})

test('negation finds the others, whatever it negates', () => {
  fc.assert(
    fc.property(term, told, (text, rows) => {
      const bare = text.replace(/^[-\s]+/, '')
      const { terms } = parseQuery(bare)
      // A term behind an unfinished one is not what the minus stands before.
      fc.pre(terms.length === 1 && terms[0]?.from === 0)
      const [is, isNot] = [matcher(parseQuery(bare)), matcher(parseQuery(`-${bare}`))]
      expect(rows.map(isNot)).toEqual(rows.map((row) => !is(row)))
    }),
    { numRuns: 500 },
  )
})

test('several terms find what each of them finds', () => {
  fc.assert(
    fc.property(fc.array(term.filter(isWhole), { maxLength: 4 }), told, (terms, rows) => {
      const tests = terms.map((text) => matcher(parseQuery(text)))
      const all = matcher(parseQuery(terms.join(' ')))
      expect(rows.map(all)).toEqual(rows.map((row) => tests.every((each) => each(row))))
    }),
    { numRuns: 500 },
  )
})

test('what is completed can be read, and finds at least the rows it said', () => {
  fc.assert(
    fc.property(
      key.filter((name) =>
        /^(kind|is|name|view|status|patches|trigger|frame|transport|param\.q|result\.0\.id)$/.test(name),
      ),
      told,
      (name, rows) => {
        const { from, to, candidates } = complete(`${name}:`, name.length + 1, rows)
        for (const { text, count, value } of candidates) {
          const query = parseQuery(`${name}:`.slice(0, from) + text + `${name}:`.slice(to))
          expect(query.problems).toEqual([])
          expect(query.terms).toHaveLength(1)
          // A name that has a star in it, or differs in case alone, finds others too.
          if (!/[*A-Z]/.test(value))
            expect(rows.filter(matcher(query)).length).toBeGreaterThanOrEqual(count ?? 0)
        }
      },
    ),
  )
})

/** A term that ends where it ends, also when others follow it. */
function isWhole(text: string): boolean {
  return parseQuery(`${text} x`).terms.length === 2 && !/^-?\//.test(text)
}
