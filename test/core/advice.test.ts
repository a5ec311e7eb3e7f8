/** The rules about calls, keys and places: each finds its mistake, with the rows that prove it, and refuses the false alarm that its file names. */
import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/core/advice/advise.ts'
import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import {
  called,
  click,
  event,
  events,
  key,
  noop,
  only,
  patch,
  timer,
  times,
  told,
} from '../language/advice.ts'
import { page } from '../language/page.ts'

test('the registry has every id once, in the order of the list', () => {
  expect(RULES.map(({ id }) => id)).toEqual([...ADVICE_IDS])
})

describe('handler-never-renders', () => {
  test('a handler that answered noop each time', () => {
    const { rule, rows, fix } = only(events('look_up', noop, 3))
    expect([rule, rows.length]).toEqual(['handler-never-renders', 3])
    expect(fix.js).toBe('const answer = await djust.call("demo.tagview", "look_up", {})')
    expect(fix.python).toContain('def look_up(self, **kwargs):')
  })
  test('not one that sometimes renders', () => {
    expect(told(event(events('look_up', noop, 3), 'look_up', patch, 9000))).toEqual([])
  })
  test('nor one whose work shows by a broadcast', () => {
    const story = page().live()
    for (const at of times(3, (each) => each)) {
      event(story, 'vote', noop, 1000 + at * 1000)
      story.patch(1, { source: 'broadcast', broadcast: true }).dom(1)
    }
    expect(told(story)).toEqual([])
  })
})

describe('call-then-render', () => {
  const byHand = (inside: number, outside: number) => {
    const story = page()
    for (const at of times(3, (each) => each))
      called(story, 1000 + at * 1000, { at }, at + 10, 'count').draws(inside, outside)
    return story
  }
  test('each answer was drawn by hand inside of the view', () => {
    expect(told(byHand(2, 0))).toEqual(['call-then-render count sure, 3 rows'])
  })
  test('not what djust leaves alone', () => {
    expect(told(byHand(0, 2))).toEqual([])
  })
  const followed = (trigger: Trigger) => {
    const story = page().live()
    for (const at of times(3, (each) => each)) {
      called(story, 1000 + at * 1000, { at }, at + 10, 'fetch_item')
      event(story, 'add', patch, 1010 + at * 1000, trigger)
    }
    return story
  }
  test('each answer was followed by the same dispatch', () => {
    expect(told(followed({ ...click, certainty: 'recent' }))).toEqual([
      'call-then-render fetch_item likely, 6 rows',
    ])
  })
  test('not when the person asked for it', () => {
    expect(told(followed(click))).toEqual([])
  })
  const readLate = (dispatchedAt: number) => {
    const story = page()
    for (const n of [0, 1, 2]) {
      const at = 1000 + n * 1000
      story.at(at).calls('fetch_item', { n }, 'issues.new', timer)
      event(story, 'add', patch, at + dispatchedAt, { ...click, certainty: 'recent' })
      story.at(at + 300).answers(200, { result: n }, undefined, at + 100)
    }
    return story
  }
  test('also by a page that reads its answers long before we do', () => {
    expect(told(readLate(120))).toEqual(['call-then-render fetch_item likely, 6 rows'])
  })
  test('not what was sent before there was any answer', () => {
    expect(told(readLate(80))).toEqual([])
  })
})

describe('no-debounce', () => {
  const typed = (gap: number, trigger: Trigger) => {
    const story = page()
    for (const [at, q] of ['r', 're', 'rea', 'reac'].entries())
      called(story, 1000 + at * gap, { q }, [q], 'search', trigger)
    return story
  }
  test('a call for every key', () => {
    const { rule, rows, says } = only(typed(200, key))
    expect([rule, rows.length, says]).toEqual([
      'no-debounce',
      4,
      '4 messages of search went out in 600 ms, one for every key.',
    ])
  })
  test('or faster than any pause', () => {
    expect(told(typed(80, timer))).toEqual(['no-debounce search sure, 4 rows'])
  })
  test('not a slow hand, whose every key has a pause of its own', () => {
    expect(told(typed(400, timer))).toEqual([])
  })
})

describe('late-answer', () => {
  const late = (drawn: number) =>
    page()
      .calls('search', { q: 'r' })
      .calls('search', { q: 're' })
      .answers(200, { result: [1] })
      .draws(0, 1)
      .answers(200, { result: [2] }, 1)
      .draws(0, drawn)
  test('an older answer that was shown', () => {
    expect(told(late(3))).toEqual(['late-answer search sure, 1 rows'])
  })
  test('not one that the page ignored', () => {
    expect(told(late(0))).toEqual([])
  })
  test('nor one of several that are only shown together', () => {
    const story = page()
    for (const id of [1, 2]) story.calls('details', { id }, 'issues.new', click)
    story
      .answers(200, { result: [2] }, 2)
      .draws(0, 0)
      .answers(200, { result: [1] }, 1)
      .draws(0, 2)
    expect(told(story)).toEqual([])
  })
})

describe('repeated-call', () => {
  const repeated = (result: (at: number) => unknown) => {
    const story = page()
    for (const at of times(3, (each) => each)) called(story, 1000 + at * 1000, { q: 'r' }, result(at))
    return story
  }
  test('the same question with the same answer', () => {
    expect(told(repeated(() => ['red']))).toEqual(['repeated-call search likely, 3 rows'])
  })
  test('not when the answers differ', () => {
    expect(told(repeated((at) => [at]))).toEqual([])
  })
  test('nor when all they say is that something was done', () => {
    expect(told(repeated(() => true))).toEqual([])
  })
})

describe('chained-calls', () => {
  test('a loop', () => {
    const story = page()
    for (const id of times(5, (each) => each)) story.calls('details', { id }, 'issues.new', click)
    for (const id of times(5, (each) => each)) story.answers(200, { result: { id } }, id + 1)
    expect(told(story)).toEqual(['chained-calls details sure, 5 rows'])
  })
  test('a chain', () => {
    const story = page()
    for (const name of ['card', 'holder', 'branch'])
      called(story, story.facts.length * 10, { id: 1 }, { name }, name, { ...click, certainty: 'recent' })
    expect(told(page())).toEqual([])
    expect(told(story)).toEqual(['chained-calls card → holder → branch likely, 3 rows'])
  })
  test('not different things asked at once', () => {
    const story = page()
    for (const name of ['tags', 'people', 'labels', 'news']) story.calls(name, {}, 'issues.new', click)
    for (const request of times(4, (at) => at + 1)) story.answers(200, { result: [request] }, request)
    expect(told(story)).toEqual([])
  })
})

describe('collateral', () => {
  const focus = { from: 'input#q', to: 'body' }
  test('a re-render that took the focus', () => {
    const story = event(page().live(), 'save', patch, 1000).dom(1).harms({ focus })
    expect(told(story)).toEqual(['collateral save sure, 1 rows'])
  })
  test('not the button that goes with its own click', () => {
    const story = event(page().live(), 'remove', patch, 1000)
      .dom(1)
      .harms({ focus: { from: 'button#go' } })
    expect(told(story)).toEqual([])
  })
  test('nor what the person may have done meanwhile', () => {
    expect(told(event(page().live(), 'save', patch, 1000).dom(1).harms({ focus, meddled: true }))).toEqual([])
  })
})
