/** What a step asks of the log: rows in, verdict out, for every word of it. */
import { describe, expect, test } from 'vitest'
import { createCheckpoint } from '../../src/core/lessons/checkpoint.ts'
import type { Expectation } from '../../src/core/lessons/lesson.ts'
import { progressOf } from '../../src/core/lessons/progress.ts'
import { type Page, page } from '../language/page.ts'

const ANY = { least: 1, isExact: false }
const of = (expects: Partial<Expectation> & Pick<Expectation, 'where'>) =>
  createCheckpoint({ count: ANY, ...expects })
const judge = (expects: Parameters<typeof of>[0], story: Page) => of(expects)(story.rows)

/** Types letter by letter, so many ms apart; the server is asked after each and answers within 5 ms. */
function types(story: Page, word: string, apart: number, from = 1_000): Page {
  for (let letters = 1; letters <= word.length; letters++) {
    const at = from + (letters - 1) * apart
    story.at(at).calls('search', { q: word.slice(0, letters) })
    story.at(at + 5).answers(200, { result: [] })
  }
  return story
}

describe('where', () => {
  test('finds the row, and says nothing before it has come', () => {
    expect(judge({ where: 'name:search is:none' }, types(page(), 'r', 0))).toEqual({
      isMet: true,
      through: 0,
    })
    expect(judge({ where: 'name:save' }, types(page(), 'r', 0))).toEqual({ isMet: false, says: '' })
  })

  test('waits for the answer where it asks for what only the answer tells', () => {
    const story = page().live().event('save', 1)
    expect(judge({ where: 'name:save is:rerender' }, story).isMet).toBe(false)
    expect(judge({ where: 'name:save is:rerender' }, story.patch(1, { ref: 1 })).isMet).toBe(true)
  })
})

describe('count and within', () => {
  const three = { where: 'name:search', count: { least: 3, isExact: false }, within: 1_000 }
  const one = {
    ...{ where: 'name:search', last: 'param.q:reg' },
    ...{ count: { least: 1, isExact: true }, within: 1_000 },
  }

  test('at least 3 within 1 s: three letters typed at once', () => {
    expect(judge(three, types(page(), 'reg', 100))).toEqual({ isMet: true, through: 2 })
  })
  test('and not two, which is said, nor three that took longer', () => {
    expect(judge(three, types(page(), 're', 100))).toEqual({ isMet: false, says: '2 of 3 so far.' })
    expect(judge(three, types(page(), 'reg', 600))).toEqual({
      isMet: false,
      says: '3 came, but not within 1.00 s. Try again.',
    })
  })
  test('exactly 1 within 1 s: one call for the whole word', () => {
    expect(judge(one, page().at(500).calls('search', { q: 'reg' }))).toEqual({ isMet: true, through: 0 })
  })
  test('and not one that comes with others, which is said', () => {
    expect(judge(one, types(page(), 'reg', 100))).toEqual({
      isMet: false,
      says: '3 came within 1.00 s; it should be 1. Try again.',
    })
  })
  test('who tries again after a pause may still do it', () => {
    const again = types(page(), 'reg', 100).at(9_000).calls('search', { q: 'reg' })
    expect(judge(one, again)).toEqual({ isMet: true, through: 3 })
  })
  test('the moments of two pages are not compared', () => {
    const both = [...types(page('a'), 're', 100).rows, ...types(page('b'), 'r', 100).rows]
    expect(of(three)(both)).toMatchObject({ isMet: false, says: '3 came, but not within 1.00 s. Try again.' })
  })
})

describe('last', () => {
  test('the last of them must be like this', () => {
    const expects = { where: 'name:search', last: 'param.q:re' }
    expect(judge(expects, types(page(), 're', 100))).toEqual({ isMet: true, through: 1 })
    expect(judge(expects, types(page(), 'xy', 100))).toEqual({ isMet: false, says: '' })
  })
})

describe('without', () => {
  const expects = { where: 'name:save', without: 'kind:call' }
  test('nothing like it came before', () => {
    expect(judge(expects, page().live().event('save', 1)).isMet).toBe(true)
  })
  test('what came before is named, and the next try begins after this one', () => {
    const spoilt = types(page().live(), 'r', 0).event('save', 1)
    expect(judge(expects, spoilt)).toEqual({
      isMet: false,
      says: 'Before it came 1 row that should not have come: call search. Try again.',
    })
    expect(judge(expects, spoilt.event('save', 2)).isMet).toBe(true)
  })
})

describe('the steps of a lesson', () => {
  const steps = [of({ where: 'name:search' }), of({ where: 'name:save' }), of({ where: 'name:search' })]
  const doneIn = (story: Page) => progressOf(steps, story.rows)

  test('are done one after the other, each after the row of the one before', () => {
    expect(doneIn(page())).toEqual({ done: 0, says: '' })
    expect(doneIn(types(page().live(), 're', 9)).done).toBe(1)
    expect(doneIn(types(page().live(), 're', 9).event('save', 1)).done).toBe(2)
    expect(doneIn(types(page().live(), 're', 9).event('save', 1).calls('search')).done).toBe(3)
  })
  test('what came too early does not count', () => {
    expect(doneIn(page().live().event('save', 1).calls('search')).done).toBe(1)
  })
})
