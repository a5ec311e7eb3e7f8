/** Keys of a menu: ends, rounds, and words that are typed. */
import { expect, test } from 'vitest'
import { createMenuKeys } from '../../src/panel/views/menu-keys.ts'

const TITLES = ['fetch', 'Playwright test', 'pytest', 'Python']

/** Where letters lead that are typed one after the other, each so many ms after the one before. */
function typed(letters: string, pause: number, from: number): (number | undefined)[] {
  const lead = createMenuKeys()
  let at: number | undefined = from
  return [...letters].map((key, index) => {
    at = lead({ key, timeStamp: index * pause }, at ?? from, TITLES)
    return at
  })
}

test('letters within 700 ms are one word, later ones begin another', () => {
  expect(typed('pyth', 700, 0)).toEqual([1, 2, 2, 3])
  expect(typed('pf', 701, 0)).toEqual([1, 0])
})

test('the same letter again goes on to the next, round and round', () => {
  expect(typed('pppp', 100, 0)).toEqual([1, 2, 3, 1])
})

test('with the focus on no item, arrows and letters begin at the ends', () => {
  const lead = createMenuKeys()
  expect(lead({ key: 'ArrowDown', timeStamp: 0 }, -1, TITLES)).toBe(0)
  expect(lead({ key: 'ArrowUp', timeStamp: 0 }, -1, TITLES)).toBe(3)
  expect(lead({ key: 'f', timeStamp: 0 }, -1, TITLES)).toBe(0)
  expect(lead({ key: 'x', timeStamp: 0 }, -1, TITLES)).toBeUndefined()
})
