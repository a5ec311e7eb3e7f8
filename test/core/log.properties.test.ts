/** Whatever way the facts come, the log is that of one ordered pass. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog, documentsOf, fold, type Log, rowsOf } from '../../src/core/log.ts'
import type { Sighting } from '../../src/protocol/envelope.ts'
import { batches, facts, sightings } from '../language/arbitrary.ts'

const shown = (log: Log) => ({
  rows: rowsOf(log),
  documents: documentsOf(log).toSorted((a, b) => (a.doc < b.doc ? -1 : 1)),
})
const foldAll = (parts: readonly Sighting[][]) => parts.reduce(fold, createLog())

test('facts in batches of any size fold to the same log', () => {
  const split = sightings.chain((all) => fc.tuple(fc.constant(all), batches(all)))
  fc.assert(
    fc.property(split, ([all, parts]) => {
      expect(shown(foldAll(parts))).toEqual(shown(fold(createLog(), all)))
    }),
  )
})

test('facts doubled, replayed, reordered and of two documents mixed fold to the same log', () => {
  const shuffled = sightings.chain((all) =>
    fc
      .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))
      .chain(([mixed, again]) => fc.tuple(fc.constant(all), batches([...mixed, ...again]))),
  )
  fc.assert(
    fc.property(shuffled, ([all, parts]) => {
      expect(shown(foldAll(parts))).toEqual(shown(fold(createLog(), all)))
    }),
  )
})

test('a replay of what is known changes nothing at all', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const log = fold(createLog(), all)
      expect(fold(log, all)).toBe(log)
    }),
  )
})

test('an older log stays what it was and can be folded on by itself', () => {
  const split = sightings.chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length })))
  fc.assert(
    fc.property(split, ([all, at]) => {
      const early = fold(createLog(), all.slice(0, at))
      const before = structuredClone(shown(early))
      const late = fold(early, all.slice(at))
      expect(shown(early)).toEqual(before)
      expect(shown(fold(early, all.slice(at)))).toEqual(shown(late))
    }),
  )
})

test('rows that a batch does not change keep their identity, and nothing else does', () => {
  const split = sightings.chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length })))
  fc.assert(
    fc.property(split, ([all, at]) => {
      const before = fold(createLog(), all.slice(0, at))
      const old = new Map(rowsOf(before).map((row) => [row.id, row]))
      const content = new Map(rowsOf(before).map((row) => [row.id, JSON.stringify(row)]))
      for (const row of rowsOf(fold(before, all.slice(at)))) {
        const known = old.get(row.id)
        if (known) expect(known === row).toBe(content.get(row.id) === JSON.stringify(row))
      }
    }),
  )
})

test('rows stand in the order of time over all documents', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const log = fold(createLog(), all)
      const origins = new Map(documentsOf(log).map(({ doc, origin }) => [doc, origin]))
      const walls = rowsOf(log).map((row) => (origins.get(row.doc) ?? 0) + row.at)
      expect(walls).toEqual(walls.toSorted((a, b) => a - b))
    }),
  )
})

test('every frame, request and response is in exactly one row, with its bytes', () => {
  fc.assert(
    fc.property(facts(), (all) => {
      const log = fold(
        createLog(),
        all.map((fact) => ({ doc: 'd', frame: 0, fact })),
      )
      const bodies = all.flatMap((fact) => {
        const isWire = ['frame-in', 'frame-out', 'request', 'response'].includes(fact.type)
        return isWire && 'body' in fact ? [fact.body] : []
      })
      const held = rowsOf(log).flatMap((row) => [...(row.request ? [row.request] : []), ...row.answers])
      expect(held.length).toBe(bodies.length)
      expect(new Set(held)).toEqual(new Set(bodies))
      const bytes = rowsOf(log).reduce((sum, row) => sum + row.sent + row.received, 0)
      expect(bytes).toBe(bodies.reduce((sum, body) => sum + body.bytes, 0))
    }),
  )
})

test('every verdict gives a reason', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      for (const row of rowsOf(fold(createLog(), all))) expect(row.verdict.evidence).not.toEqual([])
    }),
  )
})
