/** How many facts a second the line carries, against letters of as many bytes through the same hops, and how many it loses. */
import type { Page } from 'playwright'
import { type Figure, upperEnd } from './figure.ts'
import { burst } from './raw-line/burst.ts'
import type { Extended } from './raw-line/extended.ts'

/** Facts in a flood, and in one task of it. */
const [FLOOD, FLOOD_AT_ONCE] = [20_000, 100]

export async function measureFlood(ours: Extended, raw: Extended): Promise<Figure[]> {
  const rates: number[] = []
  const told: string[] = []
  let lost = 0
  for (let round = 0; round < 6; round++) {
    const before = await countOf(ours.panel as Page)
    const mine = await timeFlood(ours, before + FLOOD)
    const theirs = await timeFlood(raw)
    lost += before + FLOOD - (await countOf(ours.panel as Page))
    if (round === 0) continue
    rates.push(theirs / mine)
    told.push(
      `${Math.round(FLOOD / (mine / 1000)).toLocaleString('en')} against ${Math.round(FLOOD / (theirs / 1000)).toLocaleString('en')}/s`,
    )
  }
  const { upper, half } = upperEnd(rates.map((rate) => 1 / rate))
  return [
    {
      what: 'facts a second through the worker, raw line / ours',
      limit: 1 / 0.7,
      measured: upper,
      unit: '×',
      how: `upper end of 95 %, ${rates.length} floods of ${FLOOD.toLocaleString('en')}, mean ×${(upper - half).toFixed(2)}: ${told.join(', ')}`,
    },
    { what: 'facts lost in them', limit: 0, measured: lost, unit: '', how: 'told by the log' },
  ]
}

/** Rows that the log holds. */
function countOf(panel: Page): Promise<number> {
  return panel.evaluate(
    () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 1) - 1,
  )
}

/** ms from the first fact to the last one's arrival. `rows`: how many the log holds then; without it the raw line is meant. */
async function timeFlood({ page, panel }: Extended, rows?: number): Promise<number> {
  if (!panel) throw new Error('nobody to hear it')
  const isRaw = rows === undefined
  await panel.bringToFront()
  await panel.evaluate(() => Object.assign(window, { letters: [] }))
  const arrived = panel.evaluate(
    async ({ wanted, bytes }) => {
      const { letters } = window as unknown as { letters: { length: number }[] }
      const isThere = () =>
        wanted === undefined
          ? letters.reduce((sum, { length }) => sum + length, 0) >= bytes
          : document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(wanted + 1)
      while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5))
      return performance.timeOrigin + performance.now()
    },
    { wanted: rows, bytes: FLOOD * 300 },
  )
  const from = await page.evaluate(() => performance.timeOrigin + performance.now())
  await page.evaluate(burst, { tasks: FLOOD / FLOOD_AT_ONCE, atOnce: FLOOD_AT_ONCE, isRaw })
  return (await arrived) - from
}
