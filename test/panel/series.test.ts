import { expect, test } from 'vitest'
import { createOverTime } from '../../src/core/statistics/over-time.ts'
import { formatSeconds, legendWords, pointsOf } from '../../src/panel/views/series.ts'
import { page } from '../language/page.ts'

const counts = (...times: number[]) => {
  const story = page('p', { origin: 1_000_000 }).opens()
  for (const at of times) story.at(at).event('add')
  return pointsOf(createOverTime()(story.rows, 100, story.log), 100).map(({ exchanges }) => exchanges)
}

test('between two buckets those in which nothing began are nothing, not a line', () => {
  expect(counts(0, 10, 350)).toEqual([2, 0, 0, 1])
})

test('a clock that jumped leaves a gap that is not filled for ever, and nothing that happened is lost', () => {
  const points = counts(0, 1e12)
  expect(points.length).toBeLessThan(600)
  expect(points.filter((count) => count > 0)).toEqual([1, 1])
})

test('neighbours are told apart however late they are', () => {
  expect([66_000, 66_250, 3_600_000].map(formatSeconds)).toEqual(['66 s', '66.25 s', '3,600 s'])
})

test('the legend says nothing until the chart is pointed at, and then what it knows', () => {
  const words = legendWords(String, 'nothing timed')
  expect(words(undefined, null, 4, null)).toBe('')
  expect(words(undefined, null, 4, 0)).toBe('nothing timed')
  expect(words(undefined, 0, 4, 0)).toBe('0')
})
