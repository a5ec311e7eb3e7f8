/** What the server remembers of searches, and when it forgets. */
import { expect, test } from 'vitest'
import { rememberSearches } from '../../demo/tags/search-cache.ts'

/** A store that counts how often it is asked. */
function countingStore() {
  const store = {
    changes: 0,
    asked: [] as string[],
    search: (prefix: string, limit: number) => {
      store.asked.push(`${prefix} ${limit}`)
      return [{ id: store.asked.length, name: prefix }]
    },
  }
  return store
}

test('the same search is answered once, whatever its case and the space around it', () => {
  const store = countingStore()
  const search = rememberSearches(store)
  expect(search('reg', 8)).toBe(search(' REG ', 8))
  expect(search('reg', 3)).not.toBe(search('reg', 8))
  expect(store.asked).toEqual(['reg 8', 'reg 3'])
})

test('a tag that was used once more makes it forget', () => {
  const store = countingStore()
  const search = rememberSearches(store)
  search('reg', 8)
  store.changes += 1
  expect(search('reg', 8)).toEqual([{ id: 2, name: 'reg' }])
})

test('it keeps what was asked for last, and not more than 500', () => {
  const store = countingStore()
  const search = rememberSearches(store)
  search('kept', 8)
  for (let n = 0; n < 499; n += 1) search(`${n}`, 8)
  search('kept', 8)
  search('one more', 8)
  store.asked = []
  search('kept', 8)
  expect(store.asked).toEqual([])
  search('0', 8)
  expect(store.asked).toEqual(['0 8'])
})
