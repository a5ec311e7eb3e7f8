/** The redactor on text alone: names, escapes, forms, HTML, numbers of placeholders. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRedactor } from '../../src/content/instrument/redactor.ts'

const redactor = (fields: string[] = [], tokens: string[] = []) => createRedactor(() => ({ fields, tokens }))

test.each([
  ['a member', '{"password":"a b","x":1}', '{"password":"‹password#1›","x":1}'],
  ['escapes in a value', '{"token":"a\\"b\\\\","x":1}', '{"token":"‹secret#1›","x":1}'],
  ['a number', '{"pwd": 1234, "n": 5}', '{"pwd": "‹password#1›", "n": 5}'],
  ['nothing to hide', '{"token":null,"secret":"","cookie":true}', '{"token":null,"secret":"","cookie":true}'],
  ['a list', '{"password":["a"]}', '{"password":["‹password#1›"]}'],
  ['JSON inside JSON', '{"b":"{\\"api_key\\":\\"k\\\\\\"1\\"}"}', '{"b":"{\\"api_key\\":\\"‹secret#1›\\"}"}'],
  [
    'a form',
    'a=1&csrfmiddlewaretoken=t%20t&password=x+y',
    'a=1&csrfmiddlewaretoken=‹csrf#1›&password=‹password#1›',
  ],
  ['an address', '/p?access_token=abc#top', '/p?access_token=‹secret#1›#top'],
  [
    'equal values',
    '{"token":"a","secret":"b","api_key":"a"}',
    '{"token":"‹secret#1›","secret":"‹secret#2›","api_key":"‹secret#1›"}',
  ],
  [
    'a field of an event',
    '{"params":{"value":"p{","x":{"y":1},"field":"password"}}',
    '{"params":{"value":"‹password#1›","x":{"y":1},"field":"password"}}',
  ],
  [
    'a vnode',
    '[{"name":"csrfmiddlewaretoken","type":"hidden","value":"t"},{"name":"title","value":"kept"}]',
    '[{"name":"csrfmiddlewaretoken","type":"hidden","value":"‹csrf#1›"},{"name":"title","value":"kept"}]',
  ],
  [
    'HTML',
    '<input name="csrfmiddlewaretoken" value="t"><input name="title" value="kept">',
    '<input name="csrfmiddlewaretoken" value="‹csrf#1›"><input name="title" value="kept">',
  ],
  [
    'HTML inside JSON',
    '{"html":"<input value=\\"t\\" name=\\"csrfmiddlewaretoken\\"><b data-value=\\"k\\">"}',
    '{"html":"<input value=\\"‹csrf#1›\\" name=\\"csrfmiddlewaretoken\\"><b data-value=\\"k\\">"}',
  ],
  [
    'an innocent search for a secret word',
    '{"params":{"value":"token","field":"q"}}',
    '{"params":{"value":"token","field":"q"}}',
  ],
])('%s', (_what, text, safe) => {
  expect(redactor()(text)).toBe(safe)
})

test('names of password fields and tokens of the document count wherever they stand', () => {
  const redact = redactor(['user[pin]'], ['abcdefghijkl'])
  expect(redact('{"user[pin]":"1","say":"abcdefghijkl!"}')).toBe(
    '{"user[pin]":"‹password#1›","say":"‹csrf#1›!"}',
  )
})

test('a token that was seen once is known from then on', () => {
  const redact = redactor()
  redact('<input name="csrfmiddlewaretoken" value="abcdefghijklmnop">')
  expect(redact('{"note":"abcdefghijklmnop"}')).toBe('{"note":"‹csrf#1›"}')
})

test('the count tells how many values were replaced, and is not told when none were', () => {
  const counts: number[] = []
  const redact = redactor()
  redact('{"token":"a","secret":"b"}', (count) => counts.push(count))
  redact('{"a":1}', (count) => counts.push(count))
  expect(counts).toEqual([2])
})

test('whatever a secret is made of, JSON stays JSON and the secret is gone', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom('password', 'token', 'csrf_token'),
      fc.jsonValue(),
      (secret, name, rest) => {
        const value = `S${secret}S`
        const safe = redactor()(JSON.stringify({ rest, [name]: value, end: 1 }))
        const read = JSON.parse(safe) as Record<string, unknown>
        expect(read[name]).toMatch(/^‹\w+#1›$/)
        expect(read['end']).toBe(1)
      },
    ),
    { seed: 7, numRuns: 500 },
  )
})

test('a long run of letters is not read over and over', () => {
  const run = 'x'.repeat(300_000)
  expect(redactor()(`${run}&password=a`)).toBe(`${run}&password=‹password#1›`)
})
