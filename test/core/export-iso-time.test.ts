/** Dates without a `Date`: they must be those that it writes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoTime } from '../../src/core/export/iso-time.ts'

const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

test('every moment of the years 1970 to 9999 is written as the platform writes it', () => {
  const moments = fc.oneof(fc.integer({ min: 0, max: LAST }), fc.double({ min: 0, max: LAST, noNaN: true }))
  fc.assert(
    fc.property(moments, (epoch) => {
      expect(isoTime(epoch)).toBe(new Date(epoch).toISOString())
    }),
    { numRuns: 2000 },
  )
})

test('so is every day around the ends of years, decades and centuries', () => {
  for (let year = 1970; year < 2420; year += 1)
    for (const [month, day] of [
      [1, 28],
      [1, 29],
      [2, 1],
      [11, 31],
      [0, 1],
    ] as const) {
      const epoch = Date.UTC(year, month, day)
      expect(isoTime(epoch)).toBe(new Date(epoch).toISOString())
    }
})

test('what lies outside is the nearest within, so that no reader refuses the file', () => {
  expect([-5, -1e300, 1e300].map(isoTime)).toEqual([
    '1970-01-01T00:00:00.000Z',
    '1970-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])
})
