import { expect, test } from 'vitest'
import { compareJson } from '../../src/core/json-diff/compare-json.ts'
import { type ChangeRow, changeRowsOf } from '../../src/panel/views/change-rows.ts'

function rowsOf(before: unknown, after: unknown): ChangeRow[] {
  const { root } = compareJson(before, after)
  return root ? [...changeRowsOf(root, after)] : []
}

test('what moved says where it was, and what changed in it besides', () => {
  const before = { list: [{ id: 1, n: 'a' }, { id: 2 }, { id: 3 }] }
  const after = { list: [{ id: 2 }, { id: 3 }, { id: 1, n: 'b' }] }
  expect(rowsOf(before, after)).toMatchObject([
    { type: 'within', step: 'list', level: 0, count: 1 },
    { type: 'moved', step: 2, was: 0, level: 1 },
    { type: 'within', step: 2, level: 1 },
    { type: 'changed', step: 'n', from: 'a', to: 'b', level: 2 },
    { type: 'same', count: 1, level: 2 },
    { type: 'same', count: 2, level: 1 },
  ])
})

test('what did not change is told by name and by index, whatever the names', () => {
  const before = JSON.parse('{"__proto__":1,"toString":2,"list":["a","b","c"]}')
  const after = JSON.parse('{"__proto__":1,"toString":3,"list":["a","x","c"]}')
  const rests = rowsOf(before, after).flatMap((row) => (row.type === 'same' ? [row.rest()] : []))
  expect(rests.map((rest) => JSON.stringify(rest))).toEqual(['{"0":"a","2":"c"}', '{"__proto__":1}'])
})
