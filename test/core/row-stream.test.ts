/** Rows handed out as facts go by are those of the whole log, and what is over is forgotten. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { createRowStream } from '../../src/core/row-stream.ts'
import type { Sighting } from '../../src/protocol/envelope.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'
import { session } from './compare-session.ts'

function streamed(facts: readonly Sighting[]): { early: Exchange[]; all: Exchange[] } {
  const stream = createRowStream()
  const early = facts.flatMap((sighting) => [...stream.take(sighting)])
  return { early, all: [...early, ...stream.end()] }
}

const byId = (rows: readonly Exchange[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Each document's facts in their order, each once. */
function inOrder(facts: readonly Sighting[]): Sighting[] {
  const seen = new Set<string>()
  return facts
    .toSorted((a, b) => a.fact.seq - b.fact.seq)
    .filter(({ doc, fact }) => !seen.has(`${doc} ${fact.seq}`) && seen.add(`${doc} ${fact.seq}`))
}

test('of any facts it gives the rows that the log gives', () => {
  fc.assert(
    fc.property(sightings, (facts) => {
      const ordered = inOrder(facts)
      expect(byId(streamed(ordered).all)).toEqual(byId(rowsOf(fold(createLog(), ordered))))
    }),
  )
})

test('a long log is handed out on the way, each row once and as it stands in the end', () => {
  const story = session(7, { searches: 6000 })
  const { early, all } = streamed(story.sightings)
  expect(early.length).toBeGreaterThan(story.rows.length / 2)
  expect(all.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))])
  expect(byId(all)).toEqual(byId(story.rows))
})

test('what waits longer than that is handed out as pending, and its answer is no push', () => {
  const story = page().live().event('slow', 1)
  for (let turn = 0; turn < 12_000; turn++) story.has('f')
  story.patch(1, { ref: 1 })
  const { all } = streamed(story.sightings)
  expect(all.filter(({ kind }) => kind !== 'system').map(({ name, status }) => [name, status])).toEqual([
    ['slow', 'pending'],
  ])
})
