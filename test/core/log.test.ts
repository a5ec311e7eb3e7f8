/** The log over documents: order, gaps, late knowledge, and its cost. */
import { expect, test } from 'vitest'
import { createLog, documentsOf, factsOf, fold, introduce, lastSeqOf, rowsOf } from '../../src/core/log.ts'
import type { Sighting } from '../../src/protocol/envelope.ts'
import type { Body } from '../../src/protocol/facts.ts'
import { page } from '../language/page.ts'

test('rows of two documents stand in wall time, whatever their own clocks say', () => {
  const outer = page('outer', { origin: 1_000 }).at(500).calls('second')
  const inner = page('inner', { origin: 1_400, frame: 7 }).at(20).calls('first')
  const log = fold(createLog(), [...outer.sightings, ...inner.sightings])
  expect(rowsOf(log).map((row) => [row.name, row.frame])).toEqual([
    ['first', 7],
    ['second', 0],
  ])
})

test('a document says its address, its clock and what it has lost', () => {
  const story = page().loses(5).calls('f').leaves()
  expect(documentsOf(story.log)).toEqual([
    {
      doc: 'page',
      frame: 0,
      url: 'http://127.0.0.1/page',
      top: true,
      origin: 1_000_000,
      features: [],
      lost: 5,
      left: 3,
    },
  ])
})

test('facts said to be lost that came after all are not counted', () => {
  const story = page().loses(5)
  const late = page()
    .calls('f')
    .facts.slice(1)
    .map((fact) => ({ doc: 'page', frame: 0, fact }))
  expect(documentsOf(fold(story.log, late))[0]?.lost).toBe(3)
})

test('a document introduced by a hello has its clock and address when the fact was dropped', () => {
  const story = page('late').calls('f')
  const hello = { doc: 'late', frame: 0, url: 'http://127.0.0.1/x', top: true, origin: 77 }
  const log = introduce(fold(createLog(), story.sightings.slice(1)), hello)
  expect(documentsOf(log)).toMatchObject([{ url: 'http://127.0.0.1/x', origin: 77 }])
  expect(documentsOf(fold(log, story.sightings))).toMatchObject([{ origin: 1_000_000 }])
})

test('a clock that becomes known later puts the rows in order', () => {
  const early = page('early', { origin: 10 }).calls('one')
  const late = page('late', { origin: 9_000 }).calls('two')
  const log = fold(fold(createLog(), late.sightings.slice(1)), early.sightings)
  expect(rowsOf(log).map((row) => row.name)).toEqual(['two', 'one'])
  expect(rowsOf(fold(log, late.sightings)).map((row) => row.name)).toEqual(['one', 'two'])
})

test('facts that concern no row leave the list of rows as it is', () => {
  const { log } = page().calls('f')
  const feature = { type: 'feature', name: 'djust.call', seq: 900, at: 900 } as const
  const more = fold(log, [{ doc: 'page', frame: 0, fact: feature }])
  expect(rowsOf(more)).toBe(rowsOf(log))
  expect(documentsOf(more)[0]?.features).toEqual(['djust.call'])
})

test('the last seq is what a replay begins after', () => {
  const { log, facts } = page().calls('f')
  expect(lastSeqOf(log, 'page')).toBe(facts.length - 1)
  expect(lastSeqOf(log, 'nobody')).toBe(-1)
  expect(factsOf(log, 'page')).toEqual(facts)
})

test('a gap filled later gives the event its answer, and leaves other rows alone', () => {
  const { sightings } = page().calls('f').answers(200, {}).live().event('add', 1).patch(1, { ref: 1 })
  const isEvent = ({ fact }: (typeof sightings)[number]) =>
    fact.type === 'frame-out' && fact.body.text.includes('"add"')
  const gap = fold(
    createLog(),
    sightings.filter((each) => !isEvent(each)),
  )
  const full = fold(gap, sightings.filter(isEvent))
  expect(rowsOf(full).at(-1)).toMatchObject({ name: 'add', status: 'ok', ref: 1, sent: 50 })
  expect(rowsOf(full)[0]).toBe(rowsOf(gap)[0])
})

test('a hundred thousand rows grow by batches, and no fact is read twice', () => {
  let read = 0
  // Reading a body costs; a fold that went over old facts again would read each of them again.
  const bodyOf = (text: string) => ({
    bytes: text.length,
    get text() {
      read += 1
      return text
    },
  })
  const dispatch = (ref: number): Sighting[] => [
    sighting(2 * ref, 'frame-out', bodyOf(`{"type":"event","event":"add","ref":${ref}}`)),
    sighting(2 * ref + 1, 'frame-in', bodyOf(`{"type":"noop","ref":${ref}}`)),
  ]
  const sighting = (seq: number, type: 'frame-in' | 'frame-out', body: Body): Sighting => ({
    doc: 'page',
    frame: 0,
    fact: { type, seq, at: seq, connection: 1, body },
  })
  let log = fold(createLog(), dispatch(0))
  const [first] = rowsOf(log)
  for (let batch = 0; batch < 1_000; batch += 1) {
    const refs = Array.from({ length: 100 }, (_, index) => batch * 100 + index + 1)
    log = fold(log, refs.flatMap(dispatch))
  }
  expect(rowsOf(log)).toHaveLength(100_001)
  expect(rowsOf(log)[0]).toBe(first)
  expect(read).toBe(2 * 100_001)
})
