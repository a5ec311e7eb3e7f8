/** Which answers were overtaken, by which newer row, and by how much. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { crossingWords } from '../../src/core/races/crossing-words.ts'
import { crossingAt, crossingOf } from '../../src/core/races/crossings.ts'
import { sightings } from '../language/arbitrary.ts'
import { type Page, page } from '../language/page.ts'

const crossingsOf = (rows: readonly Exchange[]) => rows.flatMap((_, place) => crossingAt(rows, place) ?? [])
const told = (story: Page) =>
  crossingsOf(story.rows).map(({ older, newer, ms }) => `${older.name}@${older.at} by @${newer.at} ${ms} ms`)

test('a call answered after a newer one of the same function was overtaken by it', () => {
  const story = page().at(10).calls('search', { q: 'a' }).at(20).calls('search', { q: 'ab' })
  story.at(50).answers(200, { result: 2 }, 2).at(90).answers(200, { result: 1 }, 1)
  expect(told(story)).toEqual(['search@10 by @20 40 ms'])
})

test('of several the newest counts, and the order of other functions does not', () => {
  const story = page()
    .at(10)
    .calls('search')
    .at(20)
    .calls('search')
    .at(30)
    .calls('search')
    .at(35)
    .calls('save')
  story.at(50).answers(200, {}, 2).at(60).answers(200, {}, 3).at(70).answers(200, {}, 4)
  expect(told(story.at(90).answers(200, {}, 1))).toEqual(['search@10 by @30 30 ms'])
})

test('answers in the order of their questions cross nothing', () => {
  const story = page().calls('search').calls('search').answers(200, {}, 1).answers(200, {}, 2)
  expect(told(story)).toEqual([])
})

test('patches that are applied after the same was asked for again show what was asked before', () => {
  const story = page().live().at(100).event('type', 1).at(150).event('type', 2)
  story.at(180).patch(1, { ref: 1 }).at(190).done().at(200).patch(1, { ref: 2, version: 3 }).done()
  expect(told(story)).toEqual(['type@100 by @150 40 ms'])
})

test('a noop, and an answer before the next question, overtake nobody', () => {
  const story = page().live().at(100).event('type', 1).at(150).event('type', 2)
  story.at(180).hears({ type: 'noop', ref: 1 }).at(200).patch(1, { ref: 2 }).done()
  expect(told(story)).toEqual([])
  const patient = page().live().at(100).event('type', 1).at(120).patch(1, { ref: 1 }).done()
  expect(told(patient.at(150).event('type', 2).patch(1, { ref: 2, version: 3 }).done())).toEqual([])
})

test('a crossing is told with what is seen and what is not', () => {
  const story = page().at(10).calls('search').at(20).calls('search')
  story.at(50).answers(200, {}, 2).at(90).answers(200, {}, 1)
  const [crossing] = crossingsOf(story.rows)
  expect(crossing && Object.values(crossingWords(crossing)).join('search')).toBe(
    'A newer call of the same function, search, was answered 40 ms before this one. Whether the page used what came late is not observed.',
  )
})

test('every stale call has been overtaken by a newer one, and no other call has', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const rows = rowsOf(fold(createLog(), all))
      for (const { older, newer, ms } of crossingsOf(rows)) {
        expect(crossingOf(rows, older)?.newer).toBe(newer)
        expect(newer.seq).toBeGreaterThan(older.seq)
        expect(ms).toBeGreaterThanOrEqual(0)
        expect(older.kind === 'dispatch' || older.verdict.flags.includes('stale')).toBe(true)
      }
    }),
  )
})

test('whether the page used what came late is said where it was seen, and never of what the shaker held back', () => {
  const used = (isShaken: boolean) => {
    const story = page().at(10).calls('search')
    if (isShaken) story.shaken('back', 400)
    const { seq } = story
    story.at(20).calls('search').at(50).answers(200, {}, 2).at(90).answers(200, {}, 1).draws(2, 1)
    if (isShaken) story.at(410).handsOver(seq)
    const [crossing] = crossingsOf(story.rows)
    return crossing && crossingWords(crossing).after
  }
  expect(used(false)).toContain('The page used what came late: it changed 3 nodes.')
  expect(used(true)).toContain('Whether the page used what came late is not observed.')
})
