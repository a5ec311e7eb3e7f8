/** The filter's grammar comes when it is first wanted, and until then nothing is filtered. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from '../language/page.ts'

beforeEach(() => vi.resetModules())
afterEach(() => vi.doUnmock('../../src/core/query/grammar.ts'))

const createFilter = async () => (await import('../../src/panel/store/filter.ts')).createFilter()
const [search] = page().calls('search').answers(200, {}).rows

test('words that are typed before it has come hold once it has', async () => {
  const filter = await createFilter()
  const finds = () => search && filter.hasWords.value(search)
  filter.text.value = 'nothing-like-it'
  expect([finds(), filter.narrowed.value]).toEqual([true, false])
  // It takes as long as the machine is busy.
  await vi.waitFor(() => expect([finds(), filter.narrowed.value]).toEqual([false, true]), 20_000)
  filter.text.value = 'search'
  expect(finds()).toBe(true)
})

test('where it cannot be had the filter says so, and hides nothing', async () => {
  vi.doMock('../../src/core/query/grammar.ts', () => {
    throw new Error('the extension was replaced')
  })
  const filter = await createFilter()
  filter.text.value = 'nothing-like-it'
  await vi.waitFor(() =>
    expect(filter.problems.value).toEqual([
      expect.objectContaining({ from: 0, to: 15, says: expect.stringContaining('cannot be loaded') }),
    ]),
  )
  expect(search && filter.hasWords.value(search)).toBe(true)
  filter.reset()
  expect(filter.problems.value).toEqual([])
})
