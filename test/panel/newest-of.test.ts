import { expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { newestOf } from '../../src/panel/store/newest-of.ts'

const row = (seq: number) => ({ seq, kind: seq % 2 === 0 ? 'call' : 'push' }) as Exchange
const seqs = (rows: readonly Exchange[]) => rows.map(({ seq }) => seq)

test('the newest of a kind come in their order, and no more of them than are looked at', () => {
  const rows = [0, 1, 2, 3, 4, 5, 6].map(row)
  expect(seqs(newestOf(rows, ({ kind }) => kind === 'call', 2))).toEqual([4, 6])
  expect(seqs(newestOf(rows, ({ kind }) => kind === 'push'))).toEqual([1, 3, 5])
})

test('of a long log only its end is asked', () => {
  let asked = 0
  const rows = Array.from({ length: 10_000 }, (_, seq) => row(seq))
  newestOf(rows, () => ++asked > 0, 50)
  expect(asked).toBe(50)
})
