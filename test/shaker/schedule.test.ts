/** The schedule is a function of the seed, the kind, the name and the number, and of nothing else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delayOf } from '../../src/protocol/shaker.ts'

const delays = (seed: number, name = 'search', kind: 'call' | 'dispatch' = 'call') =>
  Array.from({ length: 12 }, (_, index) => delayOf({ seed, most: 800 }, kind, name, index + 1))

test('a seed says the same every time, on every machine', () => {
  expect(delays(7)).toEqual([200, 400, 400, 700, 0, 300, 0, 100, 600, 100, 800, 100])
})

test('another seed, another name and another kind say something else', () => {
  const all = [delays(7), delays(8), delays(7, 'save'), delays(7, 'search', 'dispatch')]
  expect(new Set(all.map((each) => each.join())).size).toBe(4)
})

test('delays lie between nothing and the longest, and differ by an eighth of it or not at all', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 50, max: 10_000 }),
      fc.string(),
      fc.nat(),
      (seed, most, name, number) => {
        const delay = delayOf({ seed, most }, 'call', name, number)
        const steps = (delay * 8) / most
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(delay).toBeLessThanOrEqual(most)
        expect(Math.abs(steps - Math.round(steps)) * most).toBeLessThan(5)
      },
    ),
  )
})

test('every delay comes about as often as any other', () => {
  const counts = new Map<number, number>()
  for (let number = 1; number <= 9000; number++) {
    const delay = delayOf({ seed: 3, most: 800 }, 'call', 'search', number)
    counts.set(delay, (counts.get(delay) ?? 0) + 1)
  }
  expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800])
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})
