/** What the details say of elements that were pointed at. */
import { expect, test } from 'vitest'
import { onPageSentences } from '../../src/panel/views/on-page-sentences.ts'

const outlines = [
  { word: 'asked', selector: 'a', nodes: 1 },
  { word: 're-rendered', selector: 'b', nodes: 5 },
] as const
const said = (...value: number[]) => onPageSentences({ id: 'r', outlines, reached: { ok: true, value } })

test('where everything was found there is nothing to say', () => expect(said(1, 5)).toEqual([]))
test('what is gone is said to be gone, all of it or a part', () => {
  expect(said(0, 0)).toEqual([
    'What asked is no longer on the page.',
    'What was re-rendered is no longer on the page.',
  ])
  expect(said(1, 3)).toEqual(['2 of its 5 re-rendered nodes are no longer on the page.'])
})
test('what cannot be told from others says how many there are', () => {
  expect(said(3, 5)).toEqual(['What asked is one of 3 such elements on the page.'])
})
test('a frame that nobody may enter says why', () => {
  expect(onPageSentences({ id: 'r', outlines, reached: { ok: false, says: 'No entry.' } })).toEqual([
    'No entry.',
  ])
})
