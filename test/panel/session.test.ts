import { describe, expect, test } from 'vitest'
import { page } from '../language/page.ts'
import { namesOf, setup } from './fake-page.ts'

test('a panel opened late asks for everything and shows it', () => {
  const { store, hello, facts, tick, commands } = setup()
  const home = page('home').live().event('add', 1).patch(2, { ref: 1 })
  hello(home)
  expect(commands()).toEqual([{ doc: 'home', command: { type: 'replay', after: -1 } }])
  facts(home)
  tick()
  expect(namesOf(store)).toEqual(['add'])
})

test('facts are folded once a frame, however many letters bring them', () => {
  const { store, hello, facts, tick } = setup()
  const home = page('home').live().event('add', 1).event('remove', 2)
  hello(home)
  facts(home, 0, 6)
  facts(home, 6)
  expect(namesOf(store)).toEqual([])
  tick()
  expect(namesOf(store)).toEqual(['add', 'remove'])
})

test('what is folded is acknowledged to its document, through its last seq', () => {
  const { show, commands } = setup()
  const home = page('home').live()
  show(home)
  expect(commands().at(-1)).toEqual({
    doc: 'home',
    command: { type: 'acknowledge', through: home.facts.length - 1 },
  })
})

test('after the worker died the page says hello again and is asked only for what is missing, unfolded letters counted', () => {
  const { store, show, hello, facts, tick, commands } = setup()
  const home = page('home').live().event('add', 1)
  show(home)
  const known = home.facts.length
  home.event('remove', 2)
  facts(home, known)
  hello(home)
  expect(commands().at(-1)?.command).toEqual({ type: 'replay', after: home.facts.length - 1 })
  home.event('save', 3)
  // A replay that brings more than was asked for doubles nothing.
  facts(home)
  tick()
  expect(namesOf(store)).toEqual(['add', 'remove', 'save'])
})

test('a rescued letter is confirmed once it has been folded', () => {
  const { store, facts, tick, said } = setup()
  const home = page('home').live().event('save', 1).leaves()
  facts(home, 0, undefined, 7)
  expect(said).not.toContainEqual({ say: 'confirm', rescue: 7 })
  tick()
  expect(said).toContainEqual({ say: 'confirm', rescue: 7 })
  expect(namesOf(store)).toEqual(['save'])
})

test('a letter that cannot be read becomes a notice, is confirmed all the same, and the log goes on', () => {
  const { store, hear, show, tick, said } = setup()
  hear({ hear: 'letter', envelope: { frame: 0, letter: '{oops' }, rescue: 3 })
  tick()
  expect(store.notices.list.value).toEqual([{ text: expect.stringContaining('not JSON'), times: 1 }])
  expect(said).toContainEqual({ say: 'confirm', rescue: 3 })
  show(page('home').live().event('add', 1))
  expect(namesOf(store)).toEqual(['add'])
})

test('facts that cannot be read are named once and counted, and the facts beside them are folded', () => {
  const { store, hear, tick } = setup()
  const home = page('home').live().event('add', 1)
  const strange = { seq: 90, at: 1, type: 'from-the-future' }
  const letter = JSON.stringify({
    v: 1,
    kind: 'facts',
    doc: 'home',
    facts: [strange, ...home.facts, strange],
  })
  hear({ hear: 'letter', envelope: { frame: 0, letter } })
  tick()
  expect(store.notices.list.value).toMatchObject([{ times: 2 }])
  expect(namesOf(store)).toEqual(['add'])
})

describe('pausing', () => {
  test('tells every frame, and every page that comes later', () => {
    const { store, hello, commands } = setup()
    store.session.record(false)
    expect(commands()).toEqual([{ command: { type: 'record', on: false } }])
    hello(page('later'))
    expect(commands()).toContainEqual({ doc: 'later', command: { type: 'record', on: false } })
  })

  test('hides what a new page did before it could be told', () => {
    const { store, show, hello, facts, tick } = setup()
    store.session.record(false)
    const home = page('home').live().event('early', 1)
    show(home)
    expect(namesOf(store)).toEqual([])
    store.session.record(true)
    hello(home, { recording: false })
    const known = home.facts.length
    home.event('late', 2)
    facts(home, known)
    tick()
    expect(namesOf(store)).toEqual(['late'])
  })

  test('a page that another panel had paused records again', () => {
    const { hello, commands } = setup()
    hello(page('home'), { recording: false })
    expect(commands()).toContainEqual({ doc: 'home', command: { type: 'record', on: true } })
  })
})

test('a store that was stopped hears nothing any more', () => {
  const { store, show, stop } = setup()
  stop.abort()
  show(page('home').live().event('add', 1))
  expect(namesOf(store)).toEqual([])
})
