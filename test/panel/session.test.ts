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
  const paused = () => {
    const panel = setup()
    const home = page('home').live().event('before', 1)
    panel.show(home)
    panel.store.session.record(false)
    const more = (event: string, ref: number) => {
      const known = home.facts.length
      home.event(event, ref)
      panel.facts(home, known)
    }
    return { ...panel, home, more }
  }

  test('is no business of the page, nor of a page that comes later or that somebody else has paused', () => {
    const { store, hello, commands } = paused()
    hello(page('later'))
    store.session.record(true)
    hello(page('other'), { recording: false })
    expect(commands().filter(({ command }) => command.type === 'record')).toEqual([])
  })

  test('in one panel leaves the log of another as it is', () => {
    const one = paused()
    const other = setup()
    one.more('meanwhile', 2)
    one.tick()
    other.show(one.home)
    expect(namesOf(one.store)).toEqual(['before'])
    expect(namesOf(other.store)).toEqual(['before', 'meanwhile'])
  })

  test('hides what comes, and what comes after it is shown again', () => {
    const { store, more, tick } = paused()
    more('hidden', 2)
    tick()
    expect(namesOf(store)).toEqual(['before'])
    store.session.record(true)
    more('after', 3)
    tick()
    expect(namesOf(store)).toEqual(['before', 'after'])
    store.session.record(false)
    more('hidden again', 4)
    store.session.record(true)
    more('at last', 5)
    tick()
    expect(namesOf(store)).toEqual(['before', 'after', 'at last'])
  })

  test('keeps what had come before it and was not folded yet', () => {
    const { store, hello, facts, tick } = setup()
    const home = page('home').live().event('early', 1)
    hello(home)
    facts(home)
    store.session.record(false)
    tick()
    expect(namesOf(store)).toEqual(['early'])
  })

  test('is not undone by a replay', () => {
    const { store, more, home, facts, hello, tick } = paused()
    more('hidden', 2)
    store.session.record(true)
    hello(home)
    facts(home)
    tick()
    expect(namesOf(store)).toEqual(['before'])
  })

  test('hides what a page did while the worker was dead, also when the replay comes after the pause', () => {
    const { store, home, hello, facts, tick } = paused()
    home.event('hidden', 2)
    hello(home)
    store.session.record(true)
    facts(home)
    home.event('after', 3)
    facts(home)
    tick()
    expect(namesOf(store)).toEqual(['before', 'after'])
  })

  test('hides a page that begins meanwhile, and one that is only known from a rescued letter', () => {
    const { store, show, facts, tick } = paused()
    store.keepLog.value = true
    facts(page('gone', { origin: 500 }).live().event('rescued', 1).leaves(), 0, undefined, 7)
    show(page('next', { origin: 2_000_000 }).live().event('early', 1))
    tick()
    store.session.record(true)
    expect(namesOf(store)).toEqual(['before'])
  })

  test('goes on through a clearing', () => {
    const { store, more, tick } = paused()
    store.session.clear()
    more('hidden', 2)
    tick()
    expect(namesOf(store)).toEqual([])
    store.session.record(true)
    more('after', 3)
    tick()
    expect(namesOf(store)).toEqual(['after'])
  })
})

test('a store that was stopped hears nothing any more', () => {
  const { store, show, stop } = setup()
  stop.abort()
  show(page('home').live().event('add', 1))
  expect(namesOf(store)).toEqual([])
})
