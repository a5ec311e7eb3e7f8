import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createRefilter } from '../../src/panel/store/refilter.ts'
import { page } from '../language/page.ts'
import { namesOf, setup } from './fake-page.ts'

function busy() {
  const home = page('home').live().event('add', 1).patch(1, { ref: 1 }).patch(2, { source: 'tick' })
  home.calls('search', { q: 'py' }).answers(200, { result: ['python'] })
  return home.sends({ type: 'url_change', params: {}, uri: '/x' })
}

function shown() {
  const { store, show } = setup()
  show(busy())
  return store
}

describe('the chips', () => {
  test('at first everything is shown but system rows', () => {
    expect(namesOf(shown())).toEqual(['add', 'tick', 'search', 'url_change'])
  })

  test('one alone shows only its kind', () => {
    const store = shown()
    store.filter.choose('call', 'only')
    expect(namesOf(store)).toEqual(['search'])
    store.filter.choose('push', 'only')
    expect(namesOf(store)).toEqual(['tick'])
  })

  test('several are chosen one beside the other, and given up again', () => {
    const store = shown()
    store.filter.choose('call', 'beside')
    store.filter.choose('dispatch', 'beside')
    expect(namesOf(store)).toEqual(['add', 'search'])
    store.filter.choose('call', 'beside')
    expect(namesOf(store)).toEqual(['add'])
  })

  test('system rows come beside what is chosen, and All puts them away', () => {
    const store = shown()
    store.filter.toggleSystem()
    expect(namesOf(store)).toContain('mount')
    expect(namesOf(store)).toContain('search')
    store.filter.chooseAll()
    expect(namesOf(store)).not.toContain('mount')
  })
})

describe('a frame that cannot be read', () => {
  const broken = () => {
    const panel = setup()
    panel.show(page().live().hears('{"type":"patch", oops').event('add', 1))
    return panel.store
  }

  test('is not hidden with the system rows that went well', () => {
    expect(namesOf(broken())).toEqual(['unreadable frame', 'add'])
  })

  test('is hidden by words and by chips of kinds, and counted then', () => {
    const store = broken()
    expect(store.rows.hiddenFailures.value).toBe(0)
    store.filter.choose('dispatch', 'only')
    expect(namesOf(store)).toEqual(['add'])
    expect(store.rows.hiddenFailures.value).toBe(1)
    store.filter.reset()
    store.filter.text.value = 'add'
    expect(store.rows.hiddenFailures.value).toBe(1)
  })
})

test('words are looked for in names and payloads, and a minus excludes', () => {
  const store = shown()
  store.filter.text.value = 'python'
  expect(namesOf(store)).toEqual(['search'])
  store.filter.text.value = '-search'
  expect(namesOf(store)).toEqual(['add', 'tick', 'url_change'])
})

test('the summary counts what passes the filter', () => {
  const store = shown()
  store.filter.choose('dispatch', 'only')
  expect(store.rows.summary.value).toMatchObject({ exchanges: 1, patches: 1, rerenders: 1 })
  expect(store.rows.present.value.length).toBeGreaterThan(4)
})

test('filtering a list that grows and changes gives the same as filtering it afresh', () => {
  const row = fc.record({ id: fc.nat(9), seq: fc.nat(9) }) as unknown as fc.Arbitrary<Exchange>
  const step = fc.record({ from: fc.nat(12), rows: fc.array(row, { maxLength: 6 }), odd: fc.boolean() })
  const isOdd = ({ seq }: Exchange) => seq % 2 === 1
  const isEven = (each: Exchange) => !isOdd(each)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const refilter = createRefilter()
      let rows: Exchange[] = []
      for (const { from, rows: next, odd } of steps) {
        // The beginning stands, the rest is replaced: what a fold does to rows.
        rows = [...rows.slice(0, from), ...next]
        const filter = odd ? isOdd : isEven
        expect(refilter(rows, filter)).toEqual(rows.filter(filter))
      }
    }),
  )
})

test('while a person types on, only the rows that were found are asked again', async () => {
  const store = shown()
  store.filter.text.value = 'xyz'
  await vi.waitFor(() => expect(namesOf(store)).toEqual([]))
  store.filter.text.value = 'tyth'
  expect(namesOf(store)).toEqual([])
  store.filter.text.value = 'pyth'
  expect(namesOf(store)).toEqual(['search'])
  const reads = vi.fn()
  for (const row of store.rows.present.value)
    Object.defineProperty(row, 'view', { get: () => reads(row.name) ?? '' })
  store.filter.text.value = 'python'
  expect(namesOf(store)).toEqual(['search'])
  expect(new Set(reads.mock.calls.flat())).toEqual(new Set(['search']))
  store.filter.text.value = 'tick'
  expect(namesOf(store)).toEqual(['tick'])
})

describe('the selection', () => {
  test('follows its row when rows come before it', () => {
    const { store, show } = setup()
    show(page('late', { origin: 9_000 }).live().event('add', 1))
    store.selection.select(store.rows.visible.value[0]?.id ?? '')
    show(page('early', { frame: 3, origin: 1_000 }).live().event('before', 1))
    expect(store.selection.index.value).toBe(1)
    expect(store.selection.row.value?.name).toBe('add')
  })

  test('closes its details while its row is filtered out', () => {
    const store = shown()
    store.selection.select(store.rows.visible.value[0]?.id ?? '')
    store.selection.openDetails()
    store.filter.choose('call', 'only')
    expect(store.selection.open.value).toBe(false)
    store.filter.reset()
    expect(store.selection.open.value).toBe(true)
  })
})
