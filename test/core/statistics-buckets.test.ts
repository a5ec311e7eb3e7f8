import { expect, test } from 'vitest'
import { bucketWidthOf, MOST_BUCKETS } from '../../src/core/statistics/bucket-width.ts'

test.each([
  [0, 10],
  [59_000, 1_000],
  [60_000, 2_000],
  [3_600_000, 120_000],
])('%i ms are cut into buckets of %i ms', (span, width) => {
  expect(bucketWidthOf(span)).toBe(width)
})

test('however long, it fits into few buckets', () => {
  for (const span of [1, 1e3, 1e9, 1e15, 1e300]) {
    const width = bucketWidthOf(span)
    expect(span / width).toBeLessThan(MOST_BUCKETS)
    expect(Number.isFinite(width)).toBe(true)
  }
})
