/** Twice as many rows cost the rules twice as much: what they read of rows is counted, and no clock is asked. */
import { expect, test } from 'vitest'
import { advise, RULES } from '../../src/core/advice/advise.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import { page, patches } from '../language/page.ts'

/** Of everything that rules look at, so that each has much to do. */
function rowsOf(count: number): readonly Exchange[] {
  const story = page().live()
  for (let at = 0; story.facts.length < count * 3; at++) {
    const trigger = { element: 'input#q', event: 'input', certainty: 'same-task' } as const
    story.at(1000 + at * 400)
    story.calls('search', { q: 'x'.repeat(1 + (at % 9)), limit: 9 }, 'issues.new', trigger)
    story.answers(200, { result: ['same'] }).draws(1, 1)
    story.sends({ type: 'event', event: 'save', params: { at }, ref: at + 1 }, trigger)
    const list = [...patches(6), { type: 'InsertChild', path: [], index: 1 }]
    story.hears({
      type: 'patch',
      patches: list,
      version: 2,
      source: 'event',
      event_name: 'save',
      ref: at + 1,
    })
    story.dom(0).harms({ focus: { from: 'input#q' } })
    story.sends({ type: 'event', event: 'quiet', params: {}, ref: at + 1_000_000 }, trigger)
    story.hears({ type: 'noop', source: 'event', event_name: 'quiet', ref: at + 1_000_000 })
  }
  return story.rows
}

/** How many members of rows the rule reads, and how many rows it was given. */
function readsOf(find: (rows: readonly Exchange[]) => unknown, count: number): [reads: number, rows: number] {
  let reads = 0
  const rows = rowsOf(count).map(
    (row) =>
      new Proxy(row, {
        get(target, name, self) {
          reads += 1
          return Reflect.get(target, name, self)
        },
      }),
  )
  find(rows)
  return [reads, rows.length]
}

test.each(RULES)('$id reads as much more as there is more', ({ find }) => {
  const [few, fewRows] = readsOf(find, 1000)
  const [many, manyRows] = readsOf(find, 4000)
  expect(many / few).toBeLessThan((1.25 * manyRows) / fewRows)
})

test('so does all advice together, and it finds much in such a log', () => {
  const [few, fewRows] = readsOf(advise, 1000)
  const [many, manyRows] = readsOf(advise, 4000)
  expect(many / few).toBeLessThan((1.25 * manyRows) / fewRows)
  expect(advise(rowsOf(300)).length).toBeGreaterThan(4)
})
