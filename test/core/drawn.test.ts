/** What the page's own script draws belongs to the call that it handled, and attributes that nobody reads to the dispatch they stand on. */
import { expect, test } from 'vitest'
import { page } from '../language/page.ts'

const button = { element: 'button#take', event: 'click', certainty: 'same-task' } as const

test('what is drawn while the answer to a call is handled is that call’s, and no re-render', () => {
  const row = page()
    .calls('search')
    .answers(200, { result: [1] })
    .draws(2, 3)
    .row('search')
  expect(row.drawn).toEqual({ inside: 2, outside: 3 })
  expect(row.verdict.render).toBe('none')
  expect(row.dom).toBeUndefined()
})

test('where nobody looked nothing is said of it', () => {
  expect(
    page()
      .calls('search')
      .answers(200, { result: [1] })
      .row('search').drawn,
  ).toBeUndefined()
})

test('attributes that nobody reads are the dispatch’s of that very element', () => {
  const story = page().live().ignores('button#take', 'dj-payload-id')
  const row = story.sends({ type: 'event', event: 'take', params: {}, ref: 1 }, button).row('take')
  expect(row.ignored).toEqual(['dj-payload-id'])
})

test('and no other’s, nor one’s that came much later', () => {
  const other = page().live().ignores('form#wrap', 'dj-payload-colour')
  expect(
    other.sends({ type: 'event', event: 'take', params: {}, ref: 1 }, button).row('take').ignored,
  ).toBeUndefined()
  const late = page().live().ignores('button#take', 'dj-payload-id').at(5000)
  expect(
    late.sends({ type: 'event', event: 'take', params: {}, ref: 1 }, button).row('take').ignored,
  ).toBeUndefined()
})
