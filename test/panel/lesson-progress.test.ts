/** What a browser remembers of lessons, and what an address of one says. */
import { describe, expect, test } from 'vitest'
import { addressOf, lessonIn, seedIn } from '../../src/studio/lessons/address.ts'
import { createKeptProgress, keepProgress } from '../../src/studio/lessons/kept-progress.ts'
import { createTextSize } from '../../src/studio/lessons/text-size.tsx'

const storageWith = (stored: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(stored))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('progress', () => {
  test('is kept for the next time, and never taken back', () => {
    const storage = storageWith()
    const progress = createKeptProgress(storage)
    keepProgress(progress, 'debounce', 2)
    keepProgress(progress, 'cache', 1)
    keepProgress(progress, 'debounce', 0)
    expect(createKeptProgress(storage).value).toEqual({ debounce: 2, cache: 1 })
  })

  test.each(['null', '[]', '7', '{"a":-1,"b":"2","c":1.5}', 'no JSON'])('%s stands for none', (stored) => {
    expect(createKeptProgress(storageWith({ 'djust.lessons': stored })).value).toEqual({})
  })

  test('a browser that keeps nothing is no reason not to work', () => {
    const refuse = () => {
      throw new Error('blocked')
    }
    const progress = createKeptProgress({ getItem: refuse, setItem: refuse })
    keepProgress(progress, 'cache', 1)
    expect(progress.value).toEqual({ cache: 1 })
  })
})

test('the text size is remembered, and one that is none is normal', () => {
  const storage = storageWith({ 'djust.lessons.text-size': '"gigantic"' })
  const size = createTextSize(storage)
  expect(size.value).toBe('normal')
  size.value = 'huge'
  expect(createTextSize(storage).value).toBe('huge')
})

describe('an address', () => {
  test.each([
    ['/lesson/2', 2],
    ['/lesson/10/', 10],
    ['/lesson/two', undefined],
    ['/lesson/', undefined],
    ['/lessons', undefined],
    ['/lesson/99999', undefined],
  ])('%s is lesson %s', (path, lesson) => {
    expect(lessonIn(path)).toBe(lesson)
  })

  test.each([
    ['', 1],
    ['?seed=7', 7],
    ['?theme=dark&seed=0', 0],
    ['?seed=4294967295', 4294967295],
    ['?seed=4294967296', undefined],
    ['?seed=-1', undefined],
    ['?seed=1e3', undefined],
    ['?seed=', undefined],
  ])('%j has seed %s', (search, seed) => {
    expect(seedIn(search)).toBe(seed)
  })

  test('leads on with the same seed', () => {
    expect([addressOf(3, 7), addressOf(3, 1)]).toEqual(['/lesson/3?seed=7', '/lesson/3'])
  })
})
