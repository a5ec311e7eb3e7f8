import { expect, test } from 'vitest'
import { readJson } from '../../src/core/read-json.ts'
import { writeJson } from '../../src/core/write-json.ts'

test('values are written as JSON.stringify writes them, indented', () => {
  const value = { a: [1, 'two', null, true, [], {}], '"': { b: -0.5 } }
  expect(writeJson(value)).toBe(JSON.stringify(value, undefined, 2))
  expect(writeJson('x\u2028')).toBe(JSON.stringify('x\u2028'))
})

test('what was read comes back: every digit of a whole number, and a member named __proto__', () => {
  const text = '{\n  "__proto__": 12345678901234567890\n}'
  expect(writeJson(readJson(text))).toBe(text)
})

test('a million levels cost no more than their length', () => {
  const text = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
  const written = writeJson(JSON.parse(text))
  expect(written.replace(/\s/g, '')).toBe(text)
  expect(written.length).toBeLessThan(text.length + 10_000)
})
