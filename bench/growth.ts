/** Whether a million facts cost four times as much as a quarter of one: opened by turns in the same browser. */
import type { Browser } from 'playwright'
import type { BenchServer } from './bench-server.ts'
import { type Figure, median } from './figure.ts'
import { openPanel } from './open-panel.ts'
import { exchangesOf } from './recording.ts'

const SMALL = 250_000
const LARGE = 1_000_000

export async function measureGrowth(
  browser: Browser,
  server: BenchServer,
  rounds: number,
): Promise<Figure[]> {
  const [small, large]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    small.push(await open(SMALL))
    large.push(await open(LARGE))
  }
  const ratios = large.map((each, round) => each / (small[round] ?? Number.NaN))
  return [
    {
      what: 'a fact of 1,000,000 / one of 250,000, opened',
      limit: 1.25,
      measured: median(ratios),
      unit: '×',
      how: `pairs by turns: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}; ${tell(small)} against ${tell(large)} µs a fact`,
    },
  ]

  /** µs a fact. */
  async function open(facts: number): Promise<number> {
    const exchanges = exchangesOf(facts)
    const { page, opening } = await openPanel(browser, server.panelOn(exchanges), exchanges)
    await page.close()
    return (opening * 1000) / facts
  }
}

const tell = (all: readonly number[]) => median(all).toFixed(1)
