/** What the filter cannot read: where it stands, what would be right, and that it is looked for as text. */
import { describe, expect, test } from 'vitest'
import { matcher } from '../../src/core/query/matcher.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import { page } from '../language/page.ts'

const NO_KEY = 'this is no key'
const KINDS = 'kind takes call, dispatch, push, navigation or system'
const PATCHES = 'patches takes a whole number, such as 3, or a comparison, such as >3 or <=3'
const LARGER = 'larger-than takes a number, such as 100 or 10k or 1M (units: b, k, kb, m, mb)'

test.each([
  ['knd:call', 'knd', NO_KEY, 'kind'],
  ['-knd:call', 'knd', NO_KEY, 'kind'],
  ['add Stauts:404 x', 'Stauts', NO_KEY, 'status'],
  ['status-code:404', 'status-code', NO_KEY, 'status'],
  ['params.q:x', 'params.q', NO_KEY, 'param.q'],
  ['param:x', 'param', NO_KEY, 'param.'],
  ['kind:calls', 'calls', KINDS, 'call'],
  ['kind:"a b"', '"a b"', KINDS, undefined],
  ['is:rerendr', 'rerendr', /^is takes rerender, error, /, 'rerender'],
  ['patches:many', 'many', PATCHES, undefined],
  ['patches:=>3', '=>3', PATCHES, undefined],
  ['larger-than:10x', '10x', LARGER, undefined],
  ['larger-than:-1', '-1', LARGER, undefined],
  ['slower-than:1h', '1h', /units: ms, s, min/, undefined],
  ['frame:top', 'top', /the number of a frame/, undefined],
  ['transport:websocket', 'websocket', /http, ws, sse or none/, undefined],
  ['param.:x', 'x', /takes a path, such as param.id:7/, undefined],
  ['param.:', 'param.', /takes a path/, undefined],
  ['foo:bar', 'foo', /^the keys are kind, is, name, .+, param., result\.$/, undefined],
  ['/(/', '/(/', /no regular expression: ./, undefined],
  ['-/a**/', '/a**/', /no regular expression: ./, undefined],
  ['/a/uv', '/a/uv', /no regular expression: ./, undefined],
] as const)('%j says of %j what is wrong', (text, stretch, wrong, instead) => {
  const { problems } = parseQuery(text)
  expect(problems).toHaveLength(1)
  const [problem] = problems
  expect(text.slice(problem?.from, problem?.to)).toBe(stretch)
  expect(problem?.instead).toBe(instead)
  const says = problem?.says ?? ''
  expect(says).toMatch(/^“.+”: .+ It is looked for as text\.$/)
  const [, told = ''] = /^“.+?”: (.+?)(?:; did you mean “.+”\?|\.) It is/.exec(says) ?? []
  if (typeof wrong === 'string') expect(told).toBe(wrong)
  else expect(told).toMatch(wrong)
})

test.each(['https://shop.example/x', '12:30', 'shop.Cart:x', '{"a":1}', 'p.x:1', '/djust/api/', '//', '*'])(
  '%j is text and no problem',
  (text) => {
    expect(parseQuery(text)).toMatchObject({ terms: [{ reads: 'payload' }], problems: [] })
  },
)

test('what was pasted cannot turn the sentence around', () => {
  expect(parseQuery('knd:\u202egnp').problems[0]?.says).toMatch(/^“knd:\\u202egnp”: /)
})

test('every problem is told, each in its place', () => {
  const text = 'knd:a add kind:b /[/'
  const places = parseQuery(text).problems.map(({ from, to }) => text.slice(from, to))
  expect(places).toEqual(['knd', 'b'])
})

describe('what has a problem', () => {
  const { rows } = page().live().event('knd:call', 1).event('/(/', 2).event('kind:"a b"', 3)
  const found = (text: string) => rows.filter(matcher(parseQuery(text))).map(({ name }) => name)

  test.each([
    ['knd:call', 'knd:call'],
    ['/(/', '/(/'],
    ['kind:"a b"', 'kind:"a b"'],
  ])('%j is looked for as it was typed', (text, name) => {
    // In its payload the quotes are escaped, in its name they are not.
    expect(found(text)).toEqual([name])
    expect(found(`-${text} name:*:* -name:mount`)).not.toContain(name)
  })
})

test('a long slip is told in short', () => {
  const [problem] = parseQuery(`${'k'.repeat(50_000)}:x`).problems
  expect(problem?.to).toBe(50_000)
  expect(problem?.says.length).toBeLessThan(250)
})
