/** Where the tab went to another page, among the rows of a log. */
import { expect, test } from 'vitest'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { separatorsOf } from '../../src/core/navigations.ts'
import { type Page, page } from '../language/page.ts'

function logOf(...pages: Page[]) {
  const sightings = pages.flatMap(({ doc, frame, facts }) => facts.map((fact) => ({ doc, frame, fact })))
  return fold(createLog(), sightings)
}
const told = (...pages: Page[]) => {
  const log = logOf(...pages)
  return separatorsOf(rowsOf(log), log).map(
    ({ place, navigation: { how, doc }, between }) => `${place} ${how} ${doc} ${between}`,
  )
}
const one = () => page('one', { origin: 1_000 }).opens().event('a', 1).event('b', 2)
const two = () => page('two', { origin: 5_000 }).opens().event('c', 1)

test('one page has no line', () => {
  expect(told(one())).toEqual([])
})

test('a page after another one begins with a line, before its first row', () => {
  expect(told(one(), two())).toEqual(['2 loaded two 0'])
})

test('a page that has no rows yet has its line below all others', () => {
  expect(told(one(), page('two', { origin: 5_000 }))).toEqual(['2 loaded two 0'])
})

test('above the first row there is nothing to separate', () => {
  expect(told(page('empty', { origin: 500 }), one())).toEqual([])
})

test('pages that were opened and left without a row share the line of the next one', () => {
  expect(told(one(), page('empty', { origin: 3_000 }), two())).toEqual(['2 loaded two 1'])
})

test('frames are no pages', () => {
  expect(told(one(), page('frame', { frame: 4, origin: 2_000 }).opens().event('in', 1))).toEqual([])
})

test('the same address again is a reload', () => {
  const again = two()
  const first = one()
  for (const { facts } of [first, again]) {
    const [begin] = facts
    if (begin?.type === 'document') begin.url = 'http://127.0.0.1/same'
  }
  expect(told(first, again)).toEqual(['2 reloaded two 0'])
})

test('a page that comes back has a line where it does', () => {
  const first = one()
  const back = { seq: first.facts.length, at: 8_000, type: 'return' } as const
  first.facts.push(back)
  expect(told(first.at(8_001).event('late', 9), two())).toEqual(['2 loaded two 0', '3 back one 0'])
})

test('a document that did not say when it began is in no order with others', () => {
  expect(told(one(), page('lost', { origin: 0 }).opens().event('x', 1))).toEqual([])
})

test('rows that are left out move it up', () => {
  const log = logOf(one(), two())
  const rows = rowsOf(log).filter(({ name }) => name !== 'b')
  expect(separatorsOf(rows, log).map(({ place }) => place)).toEqual([1])
})
