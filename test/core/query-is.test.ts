/** `is:` has a word for every verdict and every flag, and the page about the filter has them all. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Exchange, Flag, Render } from '../../src/core/exchange.ts'
import { isKey } from '../../src/core/query/is-key.ts'
import { KEYS, PATH_KEYS } from '../../src/core/query/keys.ts'
import { matcher } from '../../src/core/query/matcher.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import { page } from '../language/page.ts'

const plain = page().live().event('a', 1).hears({ type: 'noop', ref: 1 }).row('a')
const row = (verdict: Partial<Exchange['verdict']>, fields: Partial<Exchange> = {}): Exchange => ({
  ...plain,
  ...fields,
  verdict: { ...plain.verdict, ...verdict },
})
const wordsOf = (each: Exchange) =>
  isKey.choices.map(({ value }) => value).filter((value) => matcher(parseQuery(`is:${value}`))(each))

const RENDERS: Record<Render, string[]> = {
  none: ['none'],
  empty: ['empty'],
  patched: ['rerender', 'patched'],
  replaced: ['rerender', 'replaced'],
  direct: ['direct'],
  local: ['rerender', 'local'],
  dropped: ['dropped'],
  unknown: ['unknown'],
  pending: [],
}
const FLAGS: Record<Flag, true> = { wasted: true, contradicted: true, stale: true, held: true }

test.each(Object.entries(RENDERS))('the verdict %s', (render, words) => {
  expect(new Set(wordsOf(row({ render: render as Render })))).toEqual(new Set([...words, 'proved']))
})

test.each(Object.keys(FLAGS))('the flag %s', (flag) => {
  expect(new Set(wordsOf(row({ flags: [flag as Flag] })))).toEqual(new Set([flag, 'proved', 'none']))
})

test('how it is known, whether it is over, and what went wrong', () => {
  expect(wordsOf(row({ certainty: 'inferred' }))).toEqual(['inferred', 'none'])
  expect(wordsOf(row({ render: 'pending' }, { status: 'pending' }))).toEqual(['proved', 'pending'])
  expect(wordsOf(row({}, { status: 'lost' }))).toEqual(['error', 'proved', 'none'])
  expect(wordsOf(row({}, { faults: [{ id: 'sent-twice', says: 'x' }] }))).toEqual(['fault', 'proved', 'none'])
})

test('docs/filter.md names every key and every word of is:', () => {
  const told = readFileSync(join(import.meta.dirname, '../../docs/filter.md'), 'utf8')
  const wanted = [
    ...KEYS.map(({ name }) => `\`${name}:`),
    ...PATH_KEYS.map(({ name }) => `\`${name}.`),
    ...isKey.choices.map(({ value }) => `\`is:${value}\``),
  ]
  expect(wanted.filter((each) => !told.includes(each))).toEqual([])
})
