/** Comparing how often something is asked: what a log tells of it, and what it cannot tell. */
import { describe, expect, test } from 'vitest'
import { compareRows } from '../../src/core/compare/compare.ts'
import { checkContract } from '../../src/core/contract/check-contract.ts'
import type { Contract } from '../../src/core/contract/contract.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { page } from '../language/page.ts'
import { picking, session, typing } from './compare-session.ts'

const PAUSED: Trigger = { ...typing, certainty: 'recent' }
const AT_ONCE: Trigger = { ...typing, certainty: 'same-task' }

/** Typing that asks so many times, 90 ms apart. */
const typed = (times: number, trigger: Trigger, others = 0): readonly Exchange[] => {
  const story = page().live()
  for (let turn = 1; turn <= times; turn++)
    story
      .at(1000 + turn * 90)
      .calls('search_tags', { q: 'p' }, 'issues.new', trigger)
      .answers(200, {})
  for (let turn = 1; turn <= others; turn++)
    story
      .at(5000 + turn * 500)
      .calls('save', {}, 'issues.new', picking)
      .answers(200, {})
  return story.rows
}

/** A click whose answer makes the page ask again, so many times in all. */
const chained = (times: number): readonly Exchange[] => {
  const story = page().live()
  for (let click = 1; click <= 3; click++) {
    let now = click * 3000
    for (let turn = 0; turn < times; turn++) {
      const trigger: Trigger = turn === 0 ? picking : { ...picking, certainty: 'recent' }
      story.at(now).calls('load', { page: turn }, 'issues.new', trigger)
      now += 80
      story.at(now).answers(200, {})
      now += 4
    }
  }
  return story.rows
}

const says = (before: readonly Exchange[], after: readonly Exchange[]) =>
  compareRows(before, after).findings.map((finding) => finding.says)

test('a pause that is gone is a change of class: 2 calls have become 14', () => {
  expect(says(typed(2, PAUSED), typed(14, AT_ONCE))).toEqual([
    'search_tags (typing in #tag-input) is asked at once now, and waited for a pause before: before some time after the event in 2 of 2, now at once in 14 of 14.',
  ])
  expect(compareRows(typed(14, AT_ONCE), typed(2, PAUSED)).findings.map(({ kind }) => kind)).toEqual([
    'pause-appeared',
  ])
})

test('a click that asks once, and now asks again for every answer, is a change of class: 1 call has become 3', () => {
  expect(says(chained(1), chained(3))).toEqual([
    'load (clicking li.option[role=option]) is asked for another number of times per event of the user: before 1 in each of 3, now 3 in each of 3.',
  ])
})

test('a contract of one call per event is broken by a click that asks again for every answer', () => {
  const once: Contract = {
    version: 1,
    clauses: [
      { of: { exchange: { name: 'load' } }, wants: { count: [{ limit: 'exactly', n: 1, per: 'event' }] } },
    ],
  }
  expect(checkContract(once, chained(1)).violations).toEqual([])
  expect(checkContract(once, chained(3)).violations.map(({ saw }) => saw)).toEqual([
    'was asked 3 times by one event',
  ])
})

test('what is typed on while an answer comes in is no chain', () => {
  const rows = page()
    .live()
    .at(1000)
    .calls('search_tags', { q: 'p' }, 'issues.new', PAUSED)
    .at(1300)
    .answers(200, {})
    .at(1310)
    .calls('search_tags', { q: 'py' }, 'issues.new', PAUSED)
    .at(1400)
    .answers(200, {}).rows
  expect(compareRows(typed(2, PAUSED), rows).findings).toEqual([])
})

describe('where no log says how much was typed', () => {
  test('14 calls in place of 2 are no silence: it is said what is missing', () => {
    for (const trigger of [PAUSED, AT_ONCE]) {
      const { findings, undecided } = compareRows(typed(2, trigger), typed(14, trigger))
      expect(findings).toEqual([])
      expect(undecided.map((each) => each.says)).toContain(
        'search_tags (typing in #tag-input): asked 2 times before and 14 times now, out of proportion to all else that was asked. A log does not hold keys and clicks that asked nothing, so it is a change only if both logs did the same.',
      )
    }
  })

  test('a longer log, in which all else grew too, is none', () => {
    const kinds = compareRows(typed(5, PAUSED, 5), typed(35, PAUSED, 35)).undecided.map(({ kind }) => kind)
    expect(kinds).not.toContain('times')
    const longer = compareRows(session(1, { searches: 20 }).rows, session(2, { searches: 140 }).rows)
    expect(longer.undecided.map(({ kind }) => kind)).not.toContain('times')
  })

  test('of two logs that are known to have done the same it is a change of class', () => {
    const { findings } = compareRows(typed(2, PAUSED), typed(14, PAUSED), { isSameActions: true })
    expect(findings.map(({ kind, says }) => [kind, says])).toEqual([
      [
        'times-changed',
        'search_tags (typing in #tag-input) is asked 14 times now, and was asked 2 times before, by the same actions.',
      ],
    ])
    const once = { isSameActions: true }
    expect(compareRows(typed(2, PAUSED), typed(2, PAUSED, 1), once).findings.map(({ kind }) => kind)).toEqual(
      ['group-appeared'],
    )
  })
})
