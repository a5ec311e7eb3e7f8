/** The tests behind a comparison, against counting everything out, against one another, and against published tables. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisher } from '../../src/core/compare/fisher.ts'
import { adjusted } from '../../src/core/compare/holm.ts'
import { medianOf, shiftOf } from '../../src/core/compare/location.ts'
import { mannWhitney } from '../../src/core/compare/mann-whitney.ts'
import { binomialTail, upperTail, zOfTail } from '../../src/core/compare/normal.ts'
import { percentileOf } from '../../src/core/percentile.ts'
import { Dice } from './compare-session.ts'

/** Over all ways to deal the values out: how many give a U at least so far from its mean. */
function countedOut(a: readonly number[], b: readonly number[]): number {
  const all = [...a, ...b]
  const distance = (isFirst: (index: number) => boolean) => {
    const mine = all.filter((_, index) => isFirst(index))
    const theirs = all.filter((_, index) => !isFirst(index))
    const u = mine.flatMap((x) => theirs.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)))
    return Math.abs(u.reduce((sum: number, each) => sum + each, 0) - u.length / 2)
  }
  const observed = distance((index) => index < a.length)
  let ways = 0
  let far = 0
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const isFirst = (index: number) => ((mask >> index) & 1) === 1
    if (all.filter((_, index) => isFirst(index)).length !== a.length) continue
    ways += 1
    if (distance(isFirst) >= observed) far += 1
  }
  return far / ways
}

const few = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })

test('the rank test of few values is what counting out all ways gives, with ties', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(mannWhitney(a, b)).toBeCloseTo(countedOut(a, b), 12)
    }),
  )
})

test('wholly apart, 3 and 3 values give 2 of 20 ways, and 8 and 8 give 2 of 12,870', () => {
  expect(mannWhitney([1, 2, 3], [4, 5, 6])).toBeCloseTo(0.1, 12)
  const eight = [1, 2, 3, 4, 5, 6, 7, 8]
  expect(
    mannWhitney(
      eight,
      eight.map((each) => each + 8),
    ),
  ).toBeCloseTo(2 / 12870, 12)
})

test('beyond 40 values the approximation is near what dealing the ranks out at random gives', () => {
  const dice = new Dice(7)
  const a = Array.from({ length: 22 }, () => Math.round(dice.lognormal(30, 0.3)))
  const b = Array.from({ length: 22 }, () => Math.round(dice.lognormal(36, 0.3)))
  const u = (x: readonly number[], y: readonly number[]) =>
    x.reduce(
      (sum, one) => sum + y.reduce((s, other) => s + (one > other ? 1 : one === other ? 0.5 : 0), 0),
      0,
    )
  const observed = Math.abs(u(a, b) - 242)
  const pool = [...a, ...b]
  let far = 0
  for (let deal = 0; deal < 4000; deal++) {
    for (let last = pool.length - 1; last > 0; last--) {
      const other = Math.floor(dice.roll() * (last + 1))
      const kept = pool[last] ?? 0
      pool[last] = pool[other] ?? 0
      pool[other] = kept
    }
    if (Math.abs(u(pool.slice(0, 22), pool.slice(22)) - 242) >= observed) far += 1
  }
  expect(Math.abs(mannWhitney(a, b) - far / 4000)).toBeLessThan(0.012)
})

test('the rank test does not care which sample is first, and finds nothing in a sample and itself', () => {
  const many = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(many, many, (a, b) => {
      expect(mannWhitney(a, b)).toBeCloseTo(mannWhitney(b, a), 12)
      expect(mannWhitney(a, a)).toBe(1)
    }),
  )
})

test.each([
  [0, 0.5],
  [1.2815515655, 0.1],
  [1.959963985, 0.025],
  [3.2905267315, 0.0005],
  [-1.2815515655, 0.9],
])('above z = %d lies %d of the normal distribution', (z, tail) => {
  expect(upperTail(z)).toBeCloseTo(tail, 6)
  if (tail <= 0.5) expect(zOfTail(tail)).toBeCloseTo(z, 4)
})

test('the tea that a lady tasted: 4 of 4 against 0 of 4 by chance in 2 of 70, 3 against 1 in 34 of 70', () => {
  expect(fisher(4, 4, 0, 4)).toBeCloseTo(2 / 70, 12)
  expect(fisher(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12)
})

test('ten coins show 8 heads or more in 56 of 1024', () => {
  expect(binomialTail(10, 0.5, 8)).toBeCloseTo(56 / 1024, 12)
})

test('looked at together, each p counts as many times as there were others left to look at', () => {
  const equal = [0.01, 0.04, 0.03, 0.005].map((p) => ({ p, weight: 1 }))
  expect(adjusted(equal).map((p) => Number(p.toFixed(6)))).toEqual([0.03, 0.06, 0.06, 0.02])
  const [heavy, light] = adjusted([
    { p: 0.006, weight: 4 },
    { p: 0.006, weight: 1 },
  ])
  expect(heavy).toBeCloseTo(0.0075, 12)
  expect(light).toBeCloseTo(0.0075, 12)
})

test('the median of 8 has its whole range for an interval, of 30 its 8th and 23rd', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
  expect(medianOf(upTo(8))).toEqual({ value: 4, low: 1, high: 8 })
  expect(medianOf(upTo(30))).toEqual({ value: 15, low: 8, high: 23 })
  expect(percentileOf(upTo(30), 95)).toBe(29)
})

test('a shift is the median of all differences, and its interval holds the true one in 99 of 100 samples', () => {
  expect(shiftOf([1, 2, 3], [11, 12, 13]).value).toBe(10)
  const dice = new Dice(3)
  let held = 0
  for (let sample = 0; sample < 400; sample++) {
    const draw = () => Array.from({ length: 20 }, () => dice.lognormal(30, 0.2)).sort((a, b) => a - b)
    const { low, high } = shiftOf(
      draw(),
      draw().map((each) => each + 9),
    )
    if (low <= 9 && high >= 9) held += 1
  }
  expect(held).toBeGreaterThanOrEqual(390)
})

test('a shift of many values is nearly that of all their pairs', () => {
  const olds = Array.from({ length: 5000 }, (_, index) => index)
  const { value, low, high } = shiftOf(
    olds,
    olds.map((each) => each * 2),
  )
  // Of 2j − i over all i and j below 5000 half lie below 2500.
  expect(Math.abs(value - 2500)).toBeLessThan(40)
  expect(low).toBeLessThan(2500)
  expect(high).toBeGreaterThan(2500)
})
