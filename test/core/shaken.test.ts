/** What the shaker touched: never the server's or the network's time, and late is what the page got late. */
import { expect, test } from 'vitest'
import { shakenSentence } from '../../src/core/races/shaken-sentence.ts'
import { phasesOf } from '../../src/core/timing.ts'
import { marksOf } from '../../src/core/verdict-words.ts'
import { page } from '../language/page.ts'

const durations = (times: Parameters<typeof phasesOf>[0]) =>
  phasesOf(times).map(({ name, span }) => `${name} ${span === 'not observed' ? '–' : span.duration}`)

test('a call’s answer that is held back is the shaker’s time, not the network’s', () => {
  const story = page().at(100).calls('search').at(102).shaken('back', 340, 3)
  const { seq } = story
  expect(story.row('search').shaken).toMatchObject({ held: undefined })
  const row = story.at(130).answers(200, { result: [] }).at(441).handsOver(seq).row('search')
  expect(row.shaken).toEqual({ seed: 7, number: 3, way: 'back', held: 311, due: 340 })
  expect(durations(row.times)).toContain('held 311')
  expect(durations(row.times)).toContain('server + network 29')
  expect(row.shaken && shakenSentence(row.shaken)).toBe(
    'Its answer was delayed by 311 ms by the shaker (seed 7, #3): the page got it no sooner than 340 ms after it was asked for.',
  )
  expect(marksOf(row).map(({ word }) => word)).toEqual(['shaken'])
})

test('a dispatch that is held before it goes is queued that long', () => {
  const story = page().live().at(100).dispatches('add').at(350).event('add', 1).shaken('out', 250)
  const row = story.at(360).patch(1, { ref: 1 }).row('add')
  expect(durations(row.times)).toContain('queued 250')
  expect(durations(row.times)).toContain('server + network 10')
  expect(row.shaken && shakenSentence(row.shaken)).toBe(
    'Delayed by 250 ms by the shaker (seed 7, #1), before it was sent.',
  )
})

test('so is a frame of which nobody saw who asked for it', () => {
  const row = page().live().at(350).event('add', 1).shaken('out', 250).row('add')
  expect(row.times).toMatchObject({ queued: 100, sent: 350 })
})

test('which of two calls is stale is told by when the page got them, not by when they came', () => {
  const story = page()
  const older = story.calls('search', { q: 'a' }).shaken('back', 400).seq
  const newer = story.calls('search', { q: 'ab' }).shaken('back', 0, 2).seq
  story.answers(200, { result: 1 }, 1).answers(200, { result: 2 }, 2)
  expect(story.rows.map(({ verdict }) => verdict.flags)).toEqual([[], []])
  story.handsOver(newer).handsOver(older)
  expect(story.rows.map(({ verdict }) => verdict.flags)).toEqual([['stale'], []])
})

test('a word of the shaker that follows nothing it could have touched marks nothing', () => {
  const story = page().calls('search').has('djust.call').shaken('back', 10)
  story.answers(200, { result: 1 }).handsOver(story.seq - 1)
  expect(story.row('search').shaken).toBeUndefined()
})
