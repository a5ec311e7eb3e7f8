import { signal } from '@preact/signals'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { createSieve } from '../../src/panel/store/sieve.ts'

type Test = (row: Exchange) => boolean

const rowOf = (id: number, seq: number) => ({ id: String(id), seq }) as Exchange
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => rowOf(at, at))
const all: Test = () => true

/** A sieve whose slices end when the test says so: the clock stands still, or is over after each screenful. */
function sliced(rows: readonly Exchange[], places: () => readonly number[] = () => []) {
  let rested: (() => void)[] = []
  let isShort = true
  let clock = 0
  const stop = new AbortController()
  const of = { rows: signal(rows), test: signal<Test>(all), within: undefined as Test | undefined }
  const sieve = createSieve({
    ...of,
    narrows: (before) => before === of.within,
    places,
    slicing: {
      now() {
        if (isShort) clock += 100
        return clock
      },
      rest: () => new Promise((resolve) => void rested.push(resolve)),
      signal: stop.signal,
    },
  })
  return {
    ...of,
    sieve,
    stop,
    /** The test in its place finds nothing that the one before it does not. */
    narrowTo(next: Test) {
      const before = of.test.peek()
      of.within = before
      of.test.value = (row) => before(row) && next(row)
      void sieve.value
      of.within = undefined
    },
    /** One more slice, of a screenful or of all there is. */
    async go(short = true) {
      isShort = short
      const due = rested
      rested = []
      for (const resolve of due) resolve()
      await Promise.resolve()
      await Promise.resolve()
      isShort = true
    },
    isResting: () => rested.length > 0,
    async finish() {
      void sieve.value
      while (rested.length > 0) await this.go(false)
    },
  }
}

test('whatever the slices, and whatever changes between them, what is found at the end is what passes', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('go' as const), short: fc.boolean() }),
    fc.record({ do: fc.constant('ask' as const), divisor: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant('narrow' as const), divisor: fc.integer({ min: 2, max: 5 }) }),
    fc.record({ do: fc.constant('look' as const), at: fc.array(fc.nat(400), { maxLength: 3 }) }),
    fc.record({ do: fc.constant('change' as const), places: fc.array(fc.nat(500), { maxLength: 5 }) }),
    fc.record({ do: fc.constant('cut' as const), from: fc.nat(500), more: fc.nat(200) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      let looked: readonly number[] = []
      let made = 1000
      const one = sliced(rowsOf(300), () => looked)
      for (const each of steps) {
        void one.sieve.value
        if (each.do === 'go') await one.go(each.short)
        else if (each.do === 'ask') one.test.value = ({ seq }) => seq % each.divisor === 0
        else if (each.do === 'narrow') one.narrowTo(({ seq }) => seq % each.divisor === 0)
        else if (each.do === 'look') looked = each.at
        else if (each.do === 'change')
          one.rows.value = one.rows.value.map((row, at) =>
            each.places.includes(at) ? rowOf(Number(row.id), made++) : row,
          )
        else {
          const more = Array.from({ length: each.more }, () => rowOf(made, made++))
          one.rows.value = [...one.rows.value.slice(0, each.from), ...more]
        }
        const whole = one.rows.value.filter(one.test.value)
        const { kept, left } = one.sieve.value
        // Meanwhile nothing is told that does not pass, nothing twice, and nothing in another order.
        expect(kept).toEqual(whole.filter((row) => kept.includes(row)))
        if (left === 0) expect(kept).toEqual(whole)
      }
      await one.finish()
      expect(one.sieve.value).toEqual({ kept: one.rows.value.filter(one.test.value), left: 0 })
    }),
    { numRuns: 300 },
  )
})

test('rows are asked from the end, and from where a person looks to both sides', () => {
  const asked = vi.fn(all)
  const atEnd = sliced(rowsOf(1000))
  atEnd.test.value = asked
  expect(atEnd.sieve.value.kept.map(({ seq }) => seq)).toEqual(
    rowsOf(1000)
      .slice(-64)
      .map(({ seq }) => seq),
  )
  expect(asked).toHaveBeenCalledTimes(64)
  const inside = sliced(rowsOf(1000), () => [500, 7])
  expect(inside.sieve.value.kept.map(({ seq }) => seq)).toEqual([
    7,
    ...Array.from({ length: 64 }, (_, at) => 500 + at),
  ])
})

test('rows that join while others are still asked are asked first, and none is asked twice', async () => {
  const one = sliced(rowsOf(1000))
  const asked = new Map<string, number>()
  one.test.value = ({ id }) => {
    asked.set(id, (asked.get(id) ?? 0) + 1)
    return true
  }
  expect(one.sieve.value.left).toBe(1000 - 64)
  one.rows.value = [...one.rows.value, rowOf(1000, 1000)]
  expect(one.sieve.value.kept.at(-1)?.id).toBe('1000')
  await one.finish()
  expect(one.sieve.value.kept.length).toBe(1001)
  expect(Math.max(...asked.values())).toBe(1)
})

test('a row that changes alone is asked again, and a batch that changes nothing tells nothing', async () => {
  const one = sliced(rowsOf(1000))
  const asked = vi.fn(({ seq }: Exchange) => seq < 5000)
  one.test.value = asked
  void one.sieve.value
  await one.finish()
  const { kept } = one.sieve.value
  asked.mockClear()
  one.rows.value = [...one.rows.value, rowOf(1000, 5000)]
  expect(one.sieve.value.kept).toBe(kept)
  one.rows.value = one.rows.value.with(10, rowOf(10, 5000))
  expect(one.sieve.value.kept.length).toBe(999)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('the newest test wins, and nothing is asked once it is over', async () => {
  const one = sliced(rowsOf(1000))
  const [first, second] = [vi.fn(all), vi.fn(() => false)]
  one.test.value = first
  void one.sieve.value
  one.test.value = second
  void one.sieve.value
  const before = first.mock.calls.length
  await one.go()
  expect(first).toHaveBeenCalledTimes(before)
  one.stop.abort()
  const last = second.mock.calls.length
  await one.go()
  expect(second).toHaveBeenCalledTimes(last)
  expect(one.isResting()).toBe(false)
})
