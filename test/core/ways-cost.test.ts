/** What a run cost one side, counted from its rows and from what was seen of its field. */
import { expect, test } from 'vitest'
import { cardOf } from '../../src/core/ways/card.ts'
import { costOf } from '../../src/core/ways/cost.ts'
import type { Played } from '../../src/core/ways/side.ts'
import { type Page, page } from '../language/page.ts'

const played = (fields: Partial<Played> = {}): Played => ({
  from: 0,
  keys: [0, 100],
  missed: 0,
  typed: 're',
  found: 're',
  shown: [],
  ...fields,
})
const sideOf = (story: Page, fields: Partial<Played> = {}) => ({
  rows: story.rows.filter(({ kind }) => kind !== 'system'),
  played: played(fields),
})

/** Two events, each answered by patches that touch nodes; the second moves the caret. */
const handled = () =>
  page()
    .live()
    .at(100)
    .event('search', 1)
    .at(110)
    .patch(3, { ref: 1, timing: { render: 2 } })
    .dom(5)
    .done()
    .harms()
    .at(200)
    .event('search', 2)
    .at(230)
    .patch(2, { ref: 2, timing: { render: 4 } })
    .dom(4)
    .done()
    .harms({ caret: { element: 'input#q', from: [2, 2], to: [0, 0] } })

const called = () =>
  page()
    .at(100)
    .calls('search', { q: 'r' })
    .at(105)
    .answers(200, { result: { results: [], mount_ms: 0.5 } })
    .settles()
    .at(200)
    .calls('search', { q: 're' })
    .at(207)
    .answers(200, { result: { results: [], mount_ms: 0.25 } })
    .settles()

test('the handler’s side: events, patches, nodes, what the server says of its renders, and the caret that moved', () => {
  expect(costOf(sideOf(handled()))).toMatchObject({
    ...{ calls: 0, dispatches: 2, rerenders: 2, patches: 5, nodes: 9, server: 6 },
    mounts: { count: 0, ms: undefined },
    harm: { measured: 2, focus: 0, caret: 1, composition: 0, text: 0 },
    time: { n: 2 },
  })
})

test('the function’s side: calls, the fresh views that they mounted, and no re-render to be harmed by', () => {
  const cost = costOf(sideOf(called()))
  expect(cost).toMatchObject({
    ...{ calls: 2, dispatches: 0, rerenders: 0, patches: 0, nodes: 0 },
    mounts: { count: 2, ms: 0.75 },
    harm: { measured: 0, focus: 0, caret: 0, composition: 0, text: 0 },
  })
  expect(cost.sent).toBe('{"params":{"q":"r"}}'.length + '{"params":{"q":"re"}}'.length)
})

test('what nobody measured is not called zero', () => {
  const story = page().live().at(100).event('search', 1).patch(3, { ref: 1 })
  const cost = costOf(sideOf(story))
  expect(cost).toMatchObject({ harm: undefined, nodes: undefined, server: undefined })
  const said = new Map(cardOf(cost, cost).map(({ what, handler }) => [what, handler]))
  for (const what of ['Focus', 'Caret', 'Nodes touched', 'Server'])
    expect([what, said.get(what)]).toEqual([what, 'not measured'])
  expect(said.get('Composition')).toBe('not tried')
})

test('harm that the person may have done to themselves is not laid at the handler’s door', () => {
  const story = page().live().at(100).event('search', 1).patch(1, { ref: 1 }).done()
  const cost = costOf(sideOf(story.harms({ focus: { from: 'input#q' }, meddled: true })))
  expect(cost.harm).toMatchObject({ measured: 1, focus: 0 })
})

test('an answer is shown late when a later search had been shown before', () => {
  const shown = (turns: number[]) => costOf(sideOf(called(), { shown: turns })).staleShown
  expect(shown([1, 2, 3])).toBe(0)
  expect(shown([3, 1, 2])).toBe(2)
  expect(shown([2, 1, 3])).toBe(1)
  expect(shown([2, 1, 2])).toBe(1)
})

test('mounts that say something else than a number of ms are counted, and not timed', () => {
  const story = page()
    .calls('search')
    .answers(200, { result: { mount_ms: '9' } })
    .settles()
  expect(costOf(sideOf(story)).mounts).toEqual({ count: 1, ms: undefined })
  const none = page().calls('search').answers(200, 'not JSON').settles()
  expect(costOf(sideOf(none)).mounts).toEqual({ count: 1, ms: undefined })
})

test('the card says both sides line by line, and of few no percentile', () => {
  const card = cardOf(costOf(sideOf(handled())), costOf(sideOf(called())))
  const line = (name: string) => {
    const found = card.find(({ what }) => what === name)
    return [found?.handler, found?.function]
  }
  expect(line('Messages')).toEqual(['2 events', '2 calls'])
  expect(line('Mounts')).toEqual(['0 (mounted before)', '2, 0.8 ms'])
  expect(line('Caret')).toEqual(['moved 1×', 'kept'])
  expect(line('Typed text')).toEqual(['kept', 'kept'])
  expect(line('Time p50')[0]).toMatch(/^too few \(2\), max \d/)
})

test('what has lost the focus has no caret to keep', () => {
  const story = page().live().at(100).event('search', 1).patch(1, { ref: 1 }).done()
  const cost = costOf(sideOf(story.harms({ focus: { from: 'input#q' } })))
  expect(cardOf(cost, cost).find(({ what }) => what === 'Caret')?.handler).toBe('gone with the focus')
})

test('keys that found no focus are lost, and text that came out otherwise is changed', () => {
  const text = (fields: Partial<Played>) =>
    cardOf(costOf(sideOf(handled(), fields)), costOf(sideOf(called()))).find(
      ({ what }) => what === 'Typed text',
    )?.handler
  expect(text({ missed: 1, found: 'r' })).toBe('1 key lost')
  expect(text({ found: 'er' })).toBe('changed')
})
