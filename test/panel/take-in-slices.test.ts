import { expect, test } from 'vitest'
import { takeInSlices } from '../../src/panel/store/take-in-slices.ts'

/** A clock on which each chunk takes a ms, and what came to rest in between. */
function slicing() {
  const stop = new AbortController()
  const told: number[] = []
  let clock = 0
  let made = 0
  function* chunks(): Generator<string> {
    for (made = 1; made <= 100; made += 1) {
      clock += 1
      yield `${made};`
    }
  }
  const take = (rest: () => Promise<void> = async () => {}) =>
    takeInSlices(chunks(), { now: () => clock, rest, signal: stop.signal, progress: (n) => told.push(n) })
  return { stop, told, take, made: () => made }
}

test('all chunks come in order, with a rest and a word of progress at least every 8 ms', async () => {
  const { take, told } = slicing()
  expect((await take()).join('')).toBe(Array.from({ length: 100 }, (_, place) => `${place + 1};`).join(''))
  expect(told.length).toBeGreaterThan(100 / 9)
  expect(told.at(-1)).toBe(100)
})

test('whoever stops it gets nothing, and no further chunk is made', async () => {
  const { take, stop, made } = slicing()
  const rest = async () => stop.abort(new Error('enough'))
  await expect(take(rest)).rejects.toThrow('enough')
  expect(made()).toBeLessThan(20)
})
