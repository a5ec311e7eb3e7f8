/** Looking at the text of a payload first must not change what is found in it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayHold } from '../../src/core/query/may-hold.ts'
import { valuesAt } from '../../src/core/query/path.ts'
import { compilePattern } from '../../src/core/query/pattern.ts'
import { readJson } from '../../src/core/read-json.ts'

const letters = fc.string({ unit: fc.constantFrom(...'aAkKeEiInNf_7é İK"\\.-'), maxLength: 6 })
const number = fc.constantFrom('1e999', '-1e999', '1000000000000000000000', '1e21', '-0', '1.50', '1E2')
const leaf = fc.oneof(letters.map(escaped), number, fc.constantFrom('true', 'false', 'null', '[]', '{}'))
const json = fc
  .array(fc.tuple(letters, leaf), { maxLength: 3 })
  .map((pairs) => `{${pairs.map(([name, value]) => `${escaped(name)}:${value}`).join(',')}}`)
const pattern = fc.oneof(
  letters,
  fc.tuple(letters, letters).map(([a, b]) => `${a}*${b}`),
  fc.constantFrom('inf*', 'e', 'tru*', '*e*'),
)

/** Pages may write letters as they like. */
function escaped(text: string): string {
  const all = [...text].map((each, at) =>
    at % 3 === 2
      ? `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`
      : JSON.stringify(each).slice(1, -1),
  )
  return `"${all.join('')}"`
}

test('a payload that is ruled out by its text has nothing that matches', () => {
  const leaves = (found: unknown) => typeof found !== 'object' || found === null
  fc.assert(
    fc.property(json, letters, pattern, fc.boolean(), (text, name, value, nested) => {
      const [names, all] = nested ? [['outer', name], `{"outer":${text}}`] : [[name], text]
      const matches = compilePattern(value)
      const found = valuesAt(readJson(all), names).some((each) =>
        leaves(each) ? matches(String(each)) : value === '*',
      )
      if (found) expect(mayHold(names, value)(all)).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('most payloads that have nothing of what is looked for are ruled out', () => {
  const may = mayHold(['user', 'name'], 'add_*7')
  expect(may('{"user":{"name":"Add_7"}}')).toBe(true)
  expect(may('{"user":{"name":"remove"}}')).toBe(false)
  expect(may('{"label":"add_tag_7"}')).toBe(false)
  expect(may('{"user":{"n\\u0061me":"x"}}')).toBe(true)
})
