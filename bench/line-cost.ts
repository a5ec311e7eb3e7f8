/** What a fact of 300 B costs, from the page to the panel, against the same bytes posted raw through the same hops. */
import { measureAppearing } from './appearing.ts'
import { type Figure, upperEnd } from './figure.ts'
import { measureFlood } from './flood.ts'
import { workDuring } from './main-thread.ts'
import { burst } from './raw-line/burst.ts'
import { type Extended, type Kind, serveSwallower, startExtended } from './raw-line/extended.ts'

/** In one task of the page, and tasks in one burst. */
const [AT_ONCE, TASKS] = [10, 200]
const ROUNDS = 16

export async function measureLineCost(): Promise<Figure[]> {
  const swallower = await serveSwallower()
  const all: Extended[] = []
  try {
    for (const kind of ['plain', 'ours', 'raw'] as const) all.push(await startExtended(kind, swallower.url))
    const of = (kind: Kind) => all.find((each) => each.kind === kind) as Extended
    return [
      await measureWork(of),
      ...(await measureFlood(of('ours'), of('raw'))),
      await measureAppearing(of('ours'), of('raw')),
    ]
  } finally {
    for (const each of all) await each.close()
    swallower.close()
  }
}

async function measureWork(of: (kind: Kind) => Extended): Promise<Figure> {
  const ratios: number[] = []
  const costs: Record<Kind, number[]> = { plain: [], ours: [], raw: [] }
  for (let round = -1; round < ROUNDS; round++) {
    const work: Partial<Record<Kind, number>> = {}
    for (const kind of round % 2
      ? (['plain', 'ours', 'raw'] as const)
      : (['raw', 'ours', 'plain'] as const)) {
      const { browser, page } = of(kind)
      await page.bringToFront()
      const { total } = await workDuring(browser, page, () =>
        page.evaluate(burst, { tasks: TASKS, atOnce: AT_ONCE, isRaw: kind === 'raw' }),
      )
      work[kind] = (1000 * total) / (TASKS * AT_ONCE)
    }
    // The first of all is to warm up.
    if (round < 0) continue
    const { plain = 0, ours = 0, raw = 0 } = work
    ratios.push((ours - plain) / raw)
    for (const kind of ['plain', 'ours', 'raw'] as const) costs[kind].push(work[kind] ?? 0)
  }
  const { upper, half } = upperEnd(ratios)
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  return {
    what: 'main-thread cost in the page of a fact of 300 B / of posting its bytes raw',
    limit: 1.5,
    measured: upper,
    unit: '×',
    how: `upper end of 95 %, ${ratios.length} rounds by turns, mean ×${(upper - half).toFixed(2)}; ${(mean(costs.ours) - mean(costs.plain)).toFixed(1)} against ${mean(costs.raw).toFixed(1)} µs`,
  }
}
