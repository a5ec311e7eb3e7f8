/** What a comparison finds in sessions drawn from real rows: `node bench/comparisons.ts --keep test/core/real-rows.json` recorded them, on a busy machine: some take many times as long. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareRows } from '../../src/core/compare/compare.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import { Dice } from './compare-session.ts'
import { type KeptRow, revived } from './kept-rows.ts'

const sessions: KeptRow[][] = JSON.parse(readFileSync(join(import.meta.dirname, 'real-rows.json'), 'utf8'))
const rows = sessions.flat()
const byName = ['search_tags', 'add_tag', 'remove_tag'].map((name) => rows.filter((row) => row.name === name))

/** 30 of each, drawn with replacement. */
function drawn(seed: number): Exchange[] {
  const dice = new Dice(seed)
  const result: Exchange[] = []
  for (let turn = 0; turn < 30; turn++)
    for (const some of byName) {
      const row = some[Math.floor(dice.roll() * some.length)]
      if (row) result.push(revived(row, `doc-${seed}`, result.length, result.length * 100))
    }
  return result
}

test('they are real: 30 calls, and 30 tags that are added and removed, in each session', () => {
  for (const some of byName) expect(some.length).toBe(30 * sessions.length)
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ok']))
})

test('of 400 pairs of one build none shows a change of class, and at most 2 of 100 a number', () => {
  const findings = Array.from(
    { length: 400 },
    (_, seed) => compareRows(drawn(seed), drawn(seed + 10_000)).findings,
  )
  expect(findings.flat().flatMap(({ type, says }) => (type === 'class' ? says : []))).toEqual([])
  expect(findings.filter(({ length }) => length > 0).length).toBeLessThanOrEqual(8)
})
