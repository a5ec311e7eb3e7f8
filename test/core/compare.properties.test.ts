/** What holds of every comparison, of any two logs that pages might report. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRows } from '../../src/core/compare/compare.ts'
import type { ChangeKind, Finding, Undecided } from '../../src/core/compare/finding.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import { rows } from './compare-rows.ts'

/** Told from the other side. */
const MIRROR: Partial<Record<Finding['kind'], ChangeKind>> = {
  'rerender-appeared': 'rerender-vanished',
  'rerender-vanished': 'rerender-appeared',
  'error-appeared': 'error-vanished',
  'error-vanished': 'error-appeared',
  'group-appeared': 'group-vanished',
  'group-vanished': 'group-appeared',
  'push-appeared': 'push-vanished',
  'push-vanished': 'push-appeared',
  'pause-appeared': 'pause-vanished',
  'pause-vanished': 'pause-appeared',
}

const sorted = (lines: unknown[]) => lines.map((line) => JSON.stringify(line)).sort()
const near = (p: number) => Number(p.toPrecision(9))

function line(each: Finding | Undecided, isMirrored: boolean): unknown {
  const { group, was = group } = each
  const turn = <T>(before: T, after: T) => (isMirrored ? [after, before] : [before, after])
  const kind = isMirrored ? (MIRROR[each.kind as ChangeKind] ?? each.kind) : each.kind
  const chance =
    each.type === 'undecided'
      ? 0
      : each.type === 'number'
        ? near(each.p)
        : each.by === 'every'
          ? 0
          : near(each.by.p)
  const shift = each.type === 'number' ? Math.abs(each.shift.value) : 0
  return [each.type, kind, turn(was, group), turn(each.before, each.after), turn(...each.rows), chance, shift]
}

const both = (one: readonly Exchange[], other: readonly Exchange[], isMirrored: boolean) => {
  const { findings, undecided } = compareRows(one, other)
  return sorted([...findings, ...undecided].map((each) => line(each, isMirrored)))
}

test('a log and itself differ in nothing, and nothing is left undecided', () => {
  fc.assert(
    fc.property(rows, (log) => {
      expect(compareRows(log, log)).toEqual({ findings: [], undecided: [] })
    }),
  )
})

test('seen from the other side everything is the other way round, and nothing else', () => {
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      expect(both(other, one, true)).toEqual(both(one, other, false))
    }),
  )
})

test('whatever the page calls things, every finding is one line and leads to rows', () => {
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const { findings, undecided } = compareRows(one, other)
      for (const { says, rows } of [...findings, ...undecided]) {
        expect(says).toMatch(/^[^\p{Cc}\p{Cf}]{10,900}$/u)
        expect(rows[0].length + rows[1].length).toBeGreaterThan(0)
      }
    }),
  )
})

test('changes of class come before numbers, and a change of kind before all', () => {
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const { findings } = compareRows(one, other)
      const ranks = findings.map(({ type, kind }) => (kind === 'kind-changed' ? 0 : type === 'class' ? 1 : 2))
      expect(ranks).toEqual([...ranks].sort())
    }),
  )
})
