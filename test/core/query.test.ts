/** The filter box and the chips. */
import { expect, test } from 'vitest'
import { filterRows, parseQuery } from '../../src/core/query.ts'
import { page } from '../language/page.ts'

const click = { element: 'button#save', event: 'click', certainty: 'same-task' } as const
const { rows } = page()
  .live('shop.Cart')
  .calls('search_tags', { q: 'Python' })
  .answers(200, { result: ['a.b'] })
  .calls('save', { late: 'late answer' })
  .answers(404, { error: 'unknown_view', message: 'No view' })
  .dispatches('add_tag', click)
  .event('add_tag', 1)
  .patch(1, { ref: 1 })

const found = (text: string) =>
  filterRows(rows, parseQuery(text, new Set(['call', 'dispatch']))).map((row) => row.name)

test.each([
  ['', ['search_tags', 'save', 'add_tag']],
  ['TAG', ['search_tags', 'add_tag']],
  ['tag search', ['search_tags']],
  ['tag -search', ['add_tag']],
  ['shop.cart', ['add_tag']],
  ['404', ['save']],
  ['unknown_view', ['save']],
  ['button#save', ['add_tag']],
  ['python', ['search_tags']],
  ['SetText', ['add_tag']],
  ['a.b', ['search_tags']],
  ['"late answer"', ['save']],
  ['-"late answer" -python', ['add_tag']],
  ['-', ['search_tags', 'save', 'add_tag']],
  ['nothing-of-the-kind', []],
  ['[(*', []],
])('the filter %j finds %j', (text, names) => {
  expect(found(text)).toEqual(names)
})

test('chips keep only their kinds', () => {
  const kinds = filterRows(rows, parseQuery('', new Set(['system']))).map((row) => row.kind)
  expect(new Set(kinds)).toEqual(new Set(['system']))
})

test('no filter is the very same list', () => {
  expect(filterRows(rows, parseQuery(' '))).toBe(rows)
})
