import { describe, expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { memory, namesOf, setup } from './fake-page.ts'

const first = () => page('first', { origin: 1_000 }).live().event('add', 1)
const second = () => page('second', { origin: 9_000 }).live().event('save', 1)
const frameOf = (doc: string, origin: number) => page(doc, { frame: 4, origin }).live().event(`in ${doc}`, 1)

describe('when the tab goes to another page', () => {
  test('the rows of the page before it go', () => {
    const { store, show } = setup()
    show(first())
    show(second())
    expect(namesOf(store)).toEqual(['save'])
  })

  test('with Keep log they stay', () => {
    const { store, show } = setup()
    store.keepLog.value = true
    show(first())
    show(second())
    expect(namesOf(store)).toEqual(['add', 'save'])
  })

  test('what is rescued of the page before it arrives too late to be shown, and is confirmed', () => {
    const { store, show, facts, tick, said } = setup()
    const before = first()
    show(before)
    show(second())
    before.event('last', 2)
    facts(before, 0, undefined, 5)
    tick()
    expect(namesOf(store)).toEqual(['save'])
    expect(said).toContainEqual({ say: 'confirm', rescue: 5 })
  })

  test('the frames of the page before it go with it, and a frame of the new page that was heard first stays', () => {
    const { store, show } = setup()
    show(first())
    show(frameOf('old frame', 2_000))
    show(frameOf('new frame', 9_500))
    show(second())
    expect(namesOf(store)).toEqual(['save', 'in new frame'])
  })

  test('going back shows what the older page does from now on, and nothing of the newer', () => {
    const { store, show, hello, facts, tick } = setup()
    const before = first()
    show(before)
    show(second())
    show(frameOf('its frame', 9_500))
    hello(before)
    before.event('again', 2)
    facts(before)
    tick()
    expect(namesOf(store)).toEqual(['again'])
  })

  test('a page that says hello again is no new page', () => {
    const { store, show, hello } = setup()
    const home = first()
    show(home)
    hello(home)
    expect(namesOf(store)).toEqual(['add'])
  })
})

describe('when the tab goes to a page that may not be watched', () => {
  const unwatched = { hear: 'watch', watch: { state: 'unwatched', origin: 'http://other' } } as const

  test('the page before it goes, whichever is heard first', () => {
    for (const messages of [
      [{ hear: 'parted', frame: 0 } as const, unwatched],
      [unwatched, { hear: 'parted', frame: 0 } as const],
    ]) {
      const { store, show, hear } = setup()
      show(first())
      for (const message of messages) hear(message)
      expect(namesOf(store)).toEqual([])
      expect(store.emptiness.value).toBe('unwatched')
    }
  })

  test('a watched frame inside it keeps its rows', () => {
    const { store, show, hear } = setup()
    show(frameOf('inside', 2_000))
    hear(unwatched)
    expect(namesOf(store)).toEqual(['in inside'])
  })

  test('with Keep log everything stays', () => {
    const { store, show, hear } = setup()
    store.keepLog.value = true
    show(first())
    hear({ hear: 'parted', frame: 0 })
    hear(unwatched)
    expect(namesOf(store)).toEqual(['add'])
  })
})

test('Keep log is remembered by the next panel', () => {
  const storage = memory()
  setup({ storage }).store.keepLog.value = true
  expect(setup({ storage }).store.keepLog.value).toBe(true)
})

describe('clearing', () => {
  test('hides every row, and a replay of them does not bring them back', () => {
    const { store, show, facts, tick } = setup()
    const home = first()
    show(home)
    store.session.clear()
    expect(namesOf(store)).toEqual([])
    facts(home)
    home.event('after', 2)
    facts(home)
    tick()
    expect(namesOf(store)).toEqual(['after'])
  })

  test('takes letters along that had come and were not folded yet', () => {
    const { store, hello, facts, tick } = setup()
    const home = first()
    hello(home)
    facts(home)
    store.session.clear()
    tick()
    expect(namesOf(store)).toEqual([])
    expect(store.emptiness.value).toBe('cleared')
  })
})

describe('the line of a navigation', () => {
  test('stands where the next page began, in a log that is kept only, and is no row', () => {
    const { store, show } = setup()
    show(first())
    show(second())
    expect(store.rows.separators.value).toEqual([])
    const kept = setup()
    kept.store.keepLog.value = true
    kept.show(first())
    kept.show(second())
    expect(kept.store.rows.separators.value).toMatchObject([{ place: 1, navigation: { doc: 'second' } }])
    expect(kept.store.rows.summary.value.exchanges).toBe(2)
  })

  test('goes with the rows above it when they are cleared', () => {
    const { store, show, facts, tick } = setup()
    store.keepLog.value = true
    show(first())
    const later = second()
    show(later)
    store.session.clear()
    later.event('again', 2)
    facts(later)
    tick()
    expect(namesOf(store)).toEqual(['again'])
    expect(store.rows.separators.value).toEqual([])
  })
})
