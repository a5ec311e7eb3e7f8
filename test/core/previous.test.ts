/** The exchange that another one is compared with. */
import { expect, test } from 'vitest'
import { previousOf } from '../../src/core/previous.ts'
import { page } from '../language/page.ts'

const story = page().live('shop.Cart').calls('find', { n: 1 }).calls('find', {}, 'other').event('find', 1)
const { rows } = story.calls('save').calls('find', { n: 2 }).calls('find', { n: 3 })
const seqs = rows.filter(
  ({ kind, name, view }) => kind === 'call' && name === 'find' && view === 'issues.new',
)

test('the previous exchange has the same kind, name and view', () => {
  const [first, second, third] = seqs
  expect(third && previousOf(rows, third)).toBe(second)
  expect(second && previousOf(rows, second)).toBe(first)
  expect(first && previousOf(rows, first)).toBeUndefined()
})

test('a row that has changed since is still found by its id, and one that is not among the rows has none before it', () => {
  const [first, second] = seqs
  expect(second && previousOf(rows, { ...second })).toBe(first)
  expect(second && previousOf(rows.slice(0, 3), second)).toBeUndefined()
})
