/** Entries in a timeline: on the document's clock, for whoever records, and nothing of the page's own is lost. */
import { afterEach, expect, test } from 'vitest'
import { writeMeasures } from '../../src/content/errands/write-measures.ts'
import type { TrackEntry } from '../../src/protocol/reach.ts'

const entry = (fields: Partial<TrackEntry> = {}): TrackEntry => ({
  name: 'call search',
  start: 10,
  end: 30,
  track: 'Calls',
  color: 'primary',
  tooltip: '',
  properties: [],
  ...fields,
})
const write = (origin: number, entries: TrackEntry[]) => writeMeasures(origin, entries, { performance })
afterEach(() => performance.clearMeasures())

/** What an observer is told; it is told later. */
async function observed(work: () => void): Promise<PerformanceEntry[]> {
  const seen: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()))
  observer.observe({ entryTypes: ['measure'] })
  work()
  await new Promise((resolve) => setTimeout(resolve, 50))
  observer.disconnect()
  return seen
}

test('an observer gets it with the track that it belongs to, and the buffer keeps nothing', async () => {
  const [seen] = await observed(() => write(performance.timeOrigin, [entry()]))
  expect(seen).toMatchObject({
    name: 'call search',
    startTime: 10,
    duration: 20,
    detail: { devtools: { dataType: 'track-entry', track: 'Calls', trackGroup: 'djust', color: 'primary' } },
  })
  expect(performance.getEntriesByType('measure')).toEqual([])
})

test('the entries of another clock are moved to that of the document', async () => {
  const [seen] = await observed(() => write(performance.timeOrigin + 5, [entry()]))
  expect(seen?.startTime).toBeCloseTo(15, 3)
})

test("what the page has measured under the same name stays the page's", async () => {
  performance.measure('call search', { start: 1, end: 2 })
  const seen = await observed(() => write(performance.timeOrigin, [entry()]))
  expect(seen.map(({ name }) => name)).toEqual(['call search ·'])
  expect(performance.getEntriesByName('call search')).toHaveLength(1)
})

test('what another panel of the tab has written is not written again', async () => {
  const place = { performance }
  const seen = await observed(() => {
    for (const _ of ['a panel', 'another']) writeMeasures(performance.timeOrigin, [entry()], place)
    writeMeasures(performance.timeOrigin, [entry({ start: 11 })], place)
  })
  expect(seen.map(({ startTime }) => startTime)).toEqual([10, 11])
})

test('what began before the document belongs to another one', () => {
  expect(write(performance.timeOrigin - 60_000, [entry(), entry({ start: 70_000, end: 70_010 })])).toBe(1)
})
