/** Comparing two logs: what a reviewer is told, and in which order. */
import { describe, expect, test } from 'vitest'
import { compareRows } from '../../src/core/compare/compare.ts'
import { groupRows } from '../../src/core/compare/group.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { type Page, page } from '../language/page.ts'
import { picking, typing } from './compare-session.ts'

type Step = (story: Page, turn: number) => Page

const log = (step: Step, turns = 4): readonly Exchange[] => {
  const story = page().live()
  for (let turn = 1; turn <= turns; turn++) step(story.at(turn * 1000), turn)
  return story.rows
}
const says = (before: readonly Exchange[], after: readonly Exchange[]) =>
  compareRows(before, after).findings.map((finding) => finding.says)
const kinds = (before: readonly Exchange[], after: readonly Exchange[]) =>
  compareRows(before, after).findings.map(({ kind }) => kind)

const searches: Step = (story) =>
  story.calls('search_tags', { q: 'py' }, 'issues.new', typing).answers(200, { result: [] })
const dispatched =
  (name: string, patches: number | 'noop', trigger: Trigger = picking): Step =>
  (story, ref) => {
    story.dispatches(name, trigger).event(name, ref)
    return patches === 'noop'
      ? story.hears({ type: 'noop', ref })
      : story.patch(patches, { ref }).dom(2).done()
  }
const adds = dispatched('add_tag', 3)
const both =
  (...steps: Step[]): Step =>
  (story, turn) => {
    for (const step of steps) step(story, turn)
    return story
  }

test('a server function that became an event handler is the first thing said, and that it re-renders the second', () => {
  const handled = dispatched('search_tags', 7, { ...typing, certainty: 'runtime' })
  const found = says(log(both(searches, adds)), log(both(handled, adds)))
  expect(found[0]).toBe(
    'Typing in #tag-input made a call of the server function search_tags; now it makes a dispatch to the event handler search_tags.',
  )
  expect(found[1]).toBe(
    'search_tags (typing in #tag-input) re-renders the page now, and did not before: before none in 4 of 4, now patched in 4 of 4.',
  )
  expect(found).toHaveLength(2)
})

test.each([
  ['under another name', searches, dispatched('find', 'noop', { ...typing, certainty: 'same-task' })],
  [
    'by a trigger that nobody saw',
    searches,
    (story: Page, ref: number) => story.event('search_tags', ref).hears({ type: 'noop', ref }),
  ],
])('a change of kind is seen %s', (_, before, after) => {
  expect(kinds(log(before), log(after))[0]).toBe('kind-changed')
  expect(kinds(log(after), log(before))[0]).toBe('kind-changed')
})

test('one row of each is enough to see a change of kind', () => {
  expect(kinds(log(searches, 1), log(dispatched('search_tags', 2), 1))).toEqual([
    'kind-changed',
    'rerender-appeared',
  ])
})

describe('of the same thing it is said that', () => {
  const twice = both(adds, (story, ref) =>
    story
      .dispatches('add_tag', picking)
      .event('add_tag', ref + 50)
      .patch(3, { ref: ref + 50 }),
  )
  const failing: Step = (story) =>
    story.calls('search_tags', { q: 'py' }, 'issues.new', typing).answers(400, { error: 'invalid_params' })

  test.each<[string, Step, Step, string]>([
    [
      'a noop became a patch',
      dispatched('add_tag', 'noop'),
      adds,
      'add_tag (clicking li.option[role=option]) re-renders the page now, and did not before: before none in 4 of 4, now patched in 4 of 4.',
    ],
    [
      'a re-render is gone',
      adds,
      dispatched('add_tag', 0),
      'add_tag (clicking li.option[role=option]) no longer re-renders the page: before patched in 4 of 4, now empty in 4 of 4.',
    ],
    [
      'one event asks twice',
      adds,
      twice,
      'add_tag (clicking li.option[role=option]) is asked for another number of times per event of the user: before 1 in each of 4, now 2 in each of 4.',
    ],
    [
      'it fails',
      searches,
      failing,
      'search_tags (typing in #tag-input) fails now, and did not before: before ok in 4 of 4, now invalid_params in 4 of 4.',
    ],
    [
      'it no longer fails',
      failing,
      searches,
      'search_tags (typing in #tag-input) no longer fails: before invalid_params in 4 of 4, now ok in 4 of 4.',
    ],
    [
      'something new is asked',
      searches,
      both(searches, adds),
      'add_tag (clicking li.option[role=option]) is new: a dispatch to the event handler that was never made before, now 4 times.',
    ],
    [
      'something is no longer asked',
      both(searches, adds),
      searches,
      'add_tag (clicking li.option[role=option]) is gone: a dispatch to the event handler that was made 4 times before, and never now.',
    ],
    [
      'the server pushes',
      searches,
      both(searches, (story) => story.patch(1, { source: 'tick' })),
      'The server now pushes tick, 4 times, and never did before.',
    ],
  ])('%s', (_, before, after, sentence) => {
    expect(says(log(before), log(after))).toEqual([sentence])
  })
})

test('a dispatch that went over the socket and now goes over HTTP is said to', () => {
  const posts: Step = (story) =>
    story
      .dispatches('add_tag', picking)
      .fallsBack('add_tag')
      .answers(200, { patches: [{ type: 'SetText' }], version: 2 })
  expect(kinds(log(adds), log(posts))).toContain('transport-changed')
})

test.each<[string, Trigger, Trigger]>([
  [
    'a generated class',
    { ...picking, element: 'li.css-1a2b3c[role=option]' },
    { ...picking, element: 'li.css-9z8y7x[role=option]' },
  ],
  [
    'an nth index',
    { ...picking, element: 'li.option:nth-child(2)' },
    { ...picking, element: 'li.option:nth-child(5)' },
  ],
  ['the id of a row', { ...picking, element: 'li#tag-17' }, { ...picking, element: 'li#tag-23' }],
  ['a class that was renamed', { ...picking, element: 'li.choice' }, { ...picking, element: 'li.option' }],
])('%s does not make another thing of a trigger', (_, before, after) => {
  expect(compareRows(log(dispatched('add_tag', 3, before)), log(dispatched('add_tag', 3, after)))).toEqual({
    findings: [],
    undecided: [],
  })
})

test('what a timer asked is the same thing, whatever a person did last before it', () => {
  const polls =
    (...elements: string[]): Step =>
    (story, turn) => {
      const element = elements[turn % elements.length] ?? ''
      const trigger: Trigger | undefined = element
        ? { element, event: 'click', certainty: 'recent' }
        : undefined
      return story.calls('poll', {}, 'issues.new', trigger).answers(200, { result: 1 })
    }
  const { findings } = compareRows(log(polls('', '', '', 'p.a'), 12), log(polls('', 'p.b', 'p.c'), 12))
  expect(findings).toEqual([])
})

test('two events on one element that changed their kind are told apart', () => {
  const key: Trigger = { element: 'input#q', event: 'keydown', certainty: 'same-task' }
  const change: Trigger = { ...key, event: 'change' }
  const called: Step = (story) => {
    for (const trigger of [key, change])
      for (const name of ['find', 'load']) story.calls(name, {}, 'v', trigger).answers(200, {})
    return story
  }
  const handled = [key, change].flatMap((trigger) =>
    ['find', 'load'].map((name) => dispatched(name, 'noop', trigger)),
  )
  const found = compareRows(log(called), log(both(...handled))).findings
  for (const { was, group } of found) expect([was?.name, was?.trigger]).toEqual([group.name, group.trigger])
  expect(found.map(({ kind }) => kind)).toEqual(Array(4).fill('kind-changed'))
})

test('of a recent trigger the element counts, and the event that was seen most often names it', () => {
  const recent = (event: string): Trigger => ({ element: 'input#q', event, certainty: 'recent' })
  const events = ['click', 'change', 'keydown', 'change']
  const { rows } = events.reduce((story, event) => story.calls('poll', {}, 'v', recent(event)), page())
  expect([...groupRows(rows).values()].map(({ name, rows }) => [name.trigger, rows.length])).toEqual([
    [{ element: '#q', event: 'change' }, 4],
  ])
})

test('what was seen once in one log only is not enough to tell, and said so', () => {
  const once: Step = (story, turn) => (turn === 2 ? adds(searches(story, turn), turn) : searches(story, turn))
  const { findings, undecided } = compareRows(log(searches), log(once))
  expect(findings).toEqual([])
  expect(undecided.map((each) => each.says)).toEqual([
    'add_tag (clicking li.option[role=option]): never before and once now, not enough data to tell a change from two logs that did different things.',
  ])
})

test('what happens now and then is no change until chance cannot explain it', () => {
  const sometimes =
    (every: number): Step =>
    (story, turn) =>
      (turn % every === 0 ? adds : dispatched('add_tag', 'noop'))(story, turn)
  const rare = compareRows(log(dispatched('add_tag', 'noop'), 20), log(sometimes(10), 20))
  expect([rare.findings.length, rare.undecided.map(({ kind }) => kind)]).toEqual([0, ['mixed']])
  expect(says(log(dispatched('add_tag', 'noop'), 40), log(sometimes(2), 40))[0]).toMatch(
    /re-renders the page now, and did not before: before none in 40 of 40, now none in 20 of 40 and patched in 20 of 40\. More than chance explains/,
  )
})

test('a number of too few rows is not judged, and the rule is said', () => {
  const { findings, undecided } = compareRows(
    log(dispatched('add_tag', 3), 7),
    log(dispatched('add_tag', 9), 7),
  )
  expect(findings).toEqual([])
  expect(undecided.map((each) => each.says)).toEqual([
    'add_tag (clicking li.option[role=option]): not enough data to compare all its numbers; of 7 and 7 rows some are too few to show any change (at least 8 on each side are needed).',
  ])
})

test('among so many numbers that not all can be judged, those left out are told', () => {
  const many = (patches: number, turns: number) =>
    log(both(...Array.from({ length: 40 }, (_, index) => dispatched(`add_${index}`, patches))), turns)
  const told = (turns: number) => {
    const { findings, undecided } = compareRows(many(3, turns), many(4, turns))
    const names = [...findings, ...undecided].map(({ kind, group }) => `${kind} ${group.name}`)
    return ['patches', 'few'].map((kind) => names.filter((name) => name.startsWith(kind)).length)
  }
  expect(told(20)).toEqual([40, 0])
  const [found = 0, few = 0] = told(8)
  expect(found).toBeLessThan(40)
  expect(few).toBeGreaterThanOrEqual(40 - found)
})

test('which numbers are left out does not depend on which log came first', () => {
  const names = Array.from({ length: 40 }, (_, index) => `add_${index}`)
  const before = log(both(...names.map((name) => dispatched(name, 3))), 8)
  const after = log(both(...names.toReversed().map((name) => dispatched(name, 4))), 8)
  const judged = (one: readonly Exchange[], other: readonly Exchange[]) =>
    compareRows(one, other)
      .findings.map(({ kind, group }) => `${kind} ${group.name}`)
      .sort()
  expect(judged(before, after)).toEqual(judged(after, before))
})

test('refs that have grown by digits, as in a longer log, make no number larger', () => {
  const later: Step = (story, ref) => adds(story, ref + 100_000)
  expect(compareRows(log(adds, 20), log(later, 20))).toEqual({ findings: [], undecided: [] })
})

test('a number of enough rows is judged, with medians, sizes and the shift', () => {
  const [patches] = compareRows(
    log(dispatched('add_tag', 3), 12),
    log(dispatched('add_tag', 9), 12),
  ).findings.filter(({ kind }) => kind === 'patches')
  expect(patches?.says).toMatch(
    /^add_tag \(clicking li\.option\[role=option\]\): the number of patches grew by 6 \(99 % interval 6 to 6\): median 3 before, 9 now \(12 and 12 rows, p = /,
  )
})

test('a finding leads to the rows on both sides', () => {
  const [before, after] = [log(dispatched('add_tag', 'noop')), log(adds)]
  const [finding] = compareRows(before, after).findings
  const ids = (rows: readonly Exchange[]) => rows.filter(({ name }) => name === 'add_tag').map(({ id }) => id)
  expect(finding?.rows).toEqual([ids(before), ids(after)])
})

test('a log that began late, and has not seen the view, is no other log', () => {
  const late = page().opens()
  for (let turn = 1; turn <= 4; turn++) adds(late.at(turn * 1000), turn)
  expect(compareRows(log(adds), late.rows).findings).toEqual([])
})

test('names that a page chose cannot turn the sentence around, nor break out of it', () => {
  const name = `__proto__\u202e\n${'x'.repeat(500)}`
  const [sentence = ''] = says(log(searches), log(both(searches, dispatched(name, 2))))
  expect(sentence).toMatch(/^__proto__\\u202e\\u000ax+… \(/)
  expect(sentence.length).toBeLessThan(300)
})
