/** What is said of a run follows from its figures: change a figure and the sentence changes. */
import { expect, test } from 'vitest'
import type { Cost } from '../../src/core/ways/cost.ts'
import { judge } from '../../src/core/ways/prediction.ts'
import { explain } from '../../src/core/ways/sentences.ts'

const spread = (p50: number, n = 6) => ({ n, p50, p75: p50, p95: p50 * 2, max: p50 * 3, bins: [] })
const harmless = { measured: 6, focus: 0, caret: 0, composition: 0, text: 0 }
const common = {
  keys: [0, 200, 400],
  missed: 0,
  typed: 'regre',
  found: 'regre',
  stale: 0,
  staleShown: 0,
  failed: 0,
  pending: 0,
}

const handler = (fields: Partial<Cost> = {}): Cost => ({
  ...{ calls: 0, dispatches: 6, sent: 480, received: 6000, server: 4 },
  ...{ mounts: { count: 0, ms: undefined }, rerenders: 6, patches: 40, nodes: 52 },
  ...{ harm: harmless, time: spread(8), ...common, ...fields },
})
const called = (fields: Partial<Cost> = {}): Cost => ({
  ...{ calls: 6, dispatches: 0, sent: 180, received: 2000, server: 5 },
  ...{ mounts: { count: 6, ms: 1.2 }, rerenders: 0, patches: 0, nodes: 0 },
  ...{ harm: { ...harmless, measured: 0 }, time: spread(5), ...common, ...fields },
})
const said = (left: Cost, right = called()) =>
  Object.fromEntries(explain(left, right).map(({ about, says }) => [about, says]))

test('where the handler did no harm, it says so, and does not take sides', () => {
  expect(said(handler())).toEqual({
    asked: 'Both sides asked the server 6 times: the handler by 6 events, the function by 6 calls.',
    're-render':
      'The event handler re-rendered its view 6 times, with 40 patches that touched 52 nodes; the calls re-rendered nothing, and the page drew the list by itself.',
    harm: 'The handler did no harm: focus, caret and text stayed where they were. djust sends only what differs, and the field did not.',
    bytes:
      'The handler moved 3.0 times as many bytes: 6.5 kB with the handler, 2.2 kB with the calls. Patches say what the nodes shall be, an answer only the data.',
    time: 'Half of the events were in the page within 8.0 ms; half of the calls were answered within 5.0 ms, and what the page drew of them comes on top.',
    mount:
      'Each call mounted a fresh view first: 6 times, which took 1.2 ms of the 5.0 ms that the server spent on them. The handler’s view was mounted once, before the first key, and is kept. Whatever your mount asks of the database is asked with every call.',
    choice:
      'Nothing here was in the way of typing, so choose by what the data is: part of the page, then a handler; beside it, then a call.',
  })
})

test('harm is counted by what was taken, with the keys that went nowhere', () => {
  const harm = { ...harmless, focus: 1, caret: 2 }
  const words = said(handler({ harm, missed: 3, found: 're' }))
  expect(words['harm']).toBe(
    'Its re-renders took the focus once and moved the caret 2 times. 3 keys went nowhere: “regre” was typed, and the field holds “re”.',
  )
  expect(words['choice']).toMatch(/^As this view is written, typing in it needs a call/)
})

test.each<[string, Partial<Cost>, RegExp]>([
  ['nothing measured is not called harmless', { harm: undefined }, /was not measured\.$/],
  [
    'a part measured is said to be a part',
    { harm: { ...harmless, measured: 4 } },
    /no harm in the 4 of 6 re-renders that were measured/,
  ],
  ['a focus that went unseen is still gone', { missed: 2, found: 'r' }, /^Nobody saw what took the focus/],
  ['text that came out otherwise is no kept text', { found: 'egrer' }, /the field holds “egrer”\.$/],
])('%s', (_, fields, words) => {
  expect(said(handler(fields))['harm']).toMatch(words)
})

test('bytes: the fewer are not always the function’s', () => {
  expect(said(handler({ sent: 200, received: 2000 }))['bytes']).toMatch(
    /^Both moved about as many bytes: 2\.2 kB/,
  )
  expect(said(handler({ sent: 100, received: 500 }))['bytes']).toMatch(
    /^The function moved 3\.6 times as many bytes: 600 B with the handler.*patches were smaller/,
  )
})

test('late answers: dropped is not shown', () => {
  expect(said(handler(), called({ stale: 2 }))['late']).toBe(
    '2 answers to the calls came after a newer one; the page dropped what came late.',
  )
  expect(said(handler(), called({ stale: 2 }))['choice']).toMatch(/^Nothing here was in the way/)
  const words = said(handler(), called({ stale: 2, staleShown: 1 }))
  expect(words['late']).toMatch(/the list showed 1 of them, and was wrong until the next\.$/)
  expect(words['choice']).toMatch(/^A call needs a page that drops late answers/)
  expect(said(handler({ missed: 1, found: 'r' }), called({ stale: 1, staleShown: 1 }))['choice']).toMatch(
    /^As this view is written.* A call needs a page/,
  )
  expect(said(handler())).not.toHaveProperty('late')
})

test('what failed or is still awaited makes the figures weaker, and is said', () => {
  expect(said(handler(), called({ failed: 1 }))['asked']).toMatch(/Not everything was answered/)
  expect(said(handler({ dispatches: 2 }))['asked']).toBe(
    'The handler’s side asked the server 2 times, the function’s side 6 times.',
  )
})

test('a run in which nothing happened is not explained into something', () => {
  const none = {
    ...{ calls: 0, dispatches: 0, sent: 0, received: 0, rerenders: 0, patches: 0, nodes: 0 },
    ...{ server: undefined, time: undefined, mounts: { count: 0, ms: undefined } },
  }
  expect(Object.keys(said(handler(none), called(none)))).toEqual(['asked', 're-render'])
})

test('keys that came later on one side make the sides unlike, and that is said', () => {
  expect(said(handler({ keys: [0, 230, 470] }))['pace']).toMatch(
    /^This machine was busy: a key came up to 70\.0 ms later/,
  )
  expect(said(handler({ keys: [0, 250, 400] }))).not.toHaveProperty('pace')
})

test('few answers are said to be few', () => {
  expect(said(handler({ time: spread(8, 3) }))['time']).toMatch(/These are few/)
})

test('predictions are held against the figures', () => {
  const right = judge({ 're-render': 'handler', bytes: 'handler', harm: 'no' }, handler(), called())
  expect(right.map(({ right }) => right)).toEqual([true, true, true])
  const wrong = judge({ 're-render': 'both', bytes: 'alike', harm: 'yes' }, handler(), called())
  expect(wrong).toEqual([
    {
      id: 're-render',
      right: false,
      says: 'You said: both. It was: the handler’s 6 times, the function’s never.',
    },
    {
      id: 'bytes',
      right: false,
      says: 'You said: about the same. It was: 6.5 kB with the handler, 2.2 kB with the function.',
    },
    { id: 'harm', right: false, says: 'You said: yes: focus, caret or text. It was: it did not.' },
  ])
})

test('nothing predicted, or nothing measured, is neither right nor wrong', () => {
  const judged = judge({ harm: 'no' }, handler({ harm: undefined }), called())
  expect(judged.map(({ right }) => right)).toEqual([undefined, undefined, undefined])
  expect(judged[2]?.says).toMatch(/it was not measured\.$/)
})
