/** What a re-render did to the person's place in the page. */
import { expect, test } from 'vitest'
import { page } from '../language/page.ts'

const answered = () => page().live().event('a', 1).patch(1, { ref: 1 })
const caret = { element: 'input#q', from: [3, 3] as [number, number], to: [0, 0] as [number, number] }

test('a re-render that nobody measured has no collateral', () => {
  expect(answered().row('a').collateral).toBeUndefined()
})

test('a re-render that left everything as it was has an empty one', () => {
  expect(answered().harms().row('a').collateral).toEqual({})
})

test('a caret that moved belongs to the row whose answer moved it', () => {
  const story = answered().harms({ caret }).event('b', 2).patch(1, { ref: 2, version: 3 })
  expect(story.row('a').collateral).toEqual({ caret })
  expect(story.row('b').collateral).toBeUndefined()
})

test('both phases of an async dispatch count', () => {
  const story = page().live().event('a', 1).patch(1, { ref: 1, async_pending: true, event_name: 'a' })
  story.harms({ focus: { from: 'input#q' } })
  story.patch(1, { source: 'async', event_name: 'a', version: 3 }).harms({ caret })
  expect(story.row('a').collateral).toEqual({ focus: { from: 'input#q' }, caret })
})

test.each([
  ['first', [{ focus: { from: 'input#q' } }, { caret, meddled: true } as const]],
  ['second', [{ caret, meddled: true } as const, { focus: { from: 'input#q' } }]],
])('what the %s phase did by itself is not excused by a key pressed during the other', (_, [one, two]) => {
  const story = page().live().event('a', 1).patch(1, { ref: 1, async_pending: true, event_name: 'a' })
  story.harms(one).patch(1, { source: 'async', event_name: 'a', version: 3 }).harms(two)
  expect(story.row('a').collateral).toEqual({ focus: { from: 'input#q' } })
})
