/** The words for what a re-render did to the person's place in the page. */
import { expect, test } from 'vitest'
import { harmsOf } from '../../src/core/collateral-sentences.ts'
import type { Collateral } from '../../src/core/exchange.ts'
import { marksOf } from '../../src/core/verdict-words.ts'
import { page } from '../language/page.ts'

test.each<[string, Collateral, string[]]>([
  ['nothing', {}, []],
  ['a lost focus', { focus: { from: 'input#q' } }, ['input#q focus was lost']],
  ['a moved focus', { focus: { from: 'input#q', to: 'button' } }, ['input#q focus moved to button']],
  ['a caret', { caret: { element: 'i', from: [3, 3], to: [0, 0] } }, ['i caret moved from 3 to 0']],
  ['a selection', { caret: { element: 'i', from: [2, 5], to: [5, 5] } }, ['i caret moved from 2–5 to 5']],
  ['a composition', { composition: 'i' }, ['i text under composition was broken off']],
  [
    'typed text',
    { typed: [{ element: 'i', from: 4, to: 1 }] },
    ['i typed text was overwritten: 4 → 1 character'],
  ],
  [
    'a field that is gone',
    { typed: [{ element: 'i', from: 1, gone: true }] },
    ['i the field is gone, with 1 typed character'],
  ],
  ['a password', { typed: [{ element: 'i' }] }, ['i what was typed was overwritten']],
  ['scrolling', { scrolled: [{ element: 'html', x: 0, y: -120 }] }, ['html scrolled by 120 px up']],
  [
    'a box that is gone',
    { scrolled: [{ element: 'ul', x: 0, y: -80, gone: true }] },
    ['ul was scrolled 80 px down, and is gone'],
  ],
])('%s', (_, collateral, says) => {
  expect(harmsOf(collateral).map((harm) => `${harm.element} ${harm.says}`)).toEqual(says)
})

const answered = () => page().live().event('a', 1).patch(1, { ref: 1 }).dom(1)
const wordsOf = (story: ReturnType<typeof answered>) => marksOf(story.row('a')).map(({ word }) => word)

test('a re-render that harmed something says so in the log, with what it was', () => {
  expect(
    marksOf(
      answered()
        .harms({ focus: { from: 'input#q' } })
        .row('a'),
    ),
  ).toEqual([{ word: 'collateral', says: 'input#q: focus was lost' }])
})

test('one that harmed nothing, or may not have, does not', () => {
  expect(wordsOf(answered())).toEqual([])
  expect(wordsOf(answered().harms())).toEqual([])
  expect(wordsOf(answered().harms({ focus: { from: 'input#q' }, meddled: true }))).toEqual([])
})

test('where nothing was rendered the page did it by itself', () => {
  const story = page().live().event('a', 1).hears({ type: 'noop', ref: 1 })
  expect(wordsOf(story.harms({ focus: { from: 'input#q' } }))).toEqual([])
})
