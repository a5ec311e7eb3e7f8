/** The next re-render, asked again and again of a log that grows. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createLog, fold } from '../../src/core/log.ts'
import { nextRenderAfter } from '../../src/core/next-render.ts'
import { batches, sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

/** When the earliest re-render by another row of the document was finished, of those after the last answer. */
function naiveDelta(rows: readonly Exchange[], { id, doc, answered }: Exchange): number | undefined {
  if (!answered) return undefined
  const [next] = rows
    .filter((row) => row.doc === doc && row.id !== id)
    .flatMap(({ renders }) => renders ?? [])
    .filter(({ seq }) => seq > answered.seq)
    .sort((a, b) => a.seq - b.seq)
  return next && Math.max(0, next.at - answered.at)
}

test('what was held until the answer to another came is the next after that other, however the log grew', () => {
  const story = page().live().event('a', 1).patch(0, { ref: 1 }).dom(0).event('fast', 2)
  story.patch(1, { source: 'tick' }).dom(0).patch(2, { ref: 2 }).dom(3)
  const asked = story.row('a')
  expect(story.row('tick').verdict.flags).toContain('held')
  expect(story.row('tick').renders?.[0]?.seq).toBe(story.row('fast').renders?.[0]?.seq)
  const grown = story.rows.filter(({ name }) => name !== 'fast' && name !== 'tick')
  for (const rows of [grown, [...story.rows], [...story.rows].filter(({ name }) => name !== 'tick')])
    nextRenderAfter(rows, asked)
  expect(nextRenderAfter([...story.rows], asked)?.row.name).toBe('fast')
})

test('whatever came before, it is the first that follows the last answer', () => {
  let found = 0
  fc.assert(
    fc.property(sightings.chain(batches), (parts) => {
      let log = createLog()
      for (const part of parts) {
        log = fold(log, part)
        for (const row of log.rows) {
          const delta = nextRenderAfter(log.rows, row)?.delta
          expect(delta).toBe(naiveDelta(log.rows, row))
          if (delta !== undefined) found += 1
        }
      }
    }),
    { numRuns: 200 },
  )
  expect(found).toBeGreaterThan(0)
})
