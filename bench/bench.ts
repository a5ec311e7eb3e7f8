/**
 * `npm run bench`: the built panel with 100,000 exchanges and more, in a real Chromium: the design's numbers to hold, measured.
 * Prints a table, leaves the figures in artifacts/bench.json, and fails if a number is not held. `--only page`, `--only line`,
 * `--only rows` or `--only growth` measures one part; `--rows 1000` proves in a few seconds that it works, and nothing else; `--rounds 1` opens each growth once.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { ensureBrowser } from '../scripts/browsers.ts'
import { buildStudioIfStale } from '../scripts/build.ts'
import { startBenchServer } from './bench-server.ts'
import { type Figure, isHeld, tellFigures } from './figure.ts'
import { measureFiltering, measureSorting, measureSteps } from './filtering.ts'
import { measureGrowth } from './growth.ts'
import { measureLineCost } from './line-cost.ts'
import { heapOf, tellMemory } from './memory.ts'
import { openPanel } from './open-panel.ts'
import { measurePageCost } from './page-cost.ts'
import { measureScrolling } from './scrolling.ts'

const FEW = 10
const root = join(import.meta.dirname, '..')
const { values: asked } = parseArgs({
  options: {
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
  },
})
const ROWS = Number(asked.rows)
const isAsked = (part: string) => asked.only === undefined || asked.only === part

await buildStudioIfStale()
const server = await startBenchServer()
const browser = await chromium.launch({
  executablePath: ensureBrowser('chromium'),
  args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
})
const figures: Figure[] = []
try {
  if (isAsked('page')) figures.push(...(await measurePageCost()))
  if (isAsked('line')) figures.push(...(await measureLineCost()))
  if (isAsked('rows')) {
    const few = await openPanel(browser, server.panelOn(FEW), FEW)
    const emptyHeap = await heapOf(few.cdp)
    await few.page.close()
    const { page, cdp, opening } = await openPanel(browser, server.panelOn(ROWS), ROWS)
    figures.push({
      what: `opening ${ROWS.toLocaleString('en')} exchanges`,
      measured: opening,
      unit: 'ms',
      how: 'from the text to the rows on screen',
    })
    const empty = await browser.newPage({ viewport: { width: 1200, height: 700 } })
    await empty.goto(server.emptyPage())
    figures.push(...(await measureScrolling(browser, page)))
    figures.push(
      ...(await measureFiltering(browser, page, empty)),
      ...(await measureSorting(page)),
      ...(await measureSteps(page)),
    )
    await empty.close()
    // Last: a collection that is asked for throws away compiled code too, and what comes next is slow for seconds.
    figures.push(...tellMemory(await heapOf(cdp), emptyHeap, ROWS))
    await page.close()
  }
  if (isAsked('growth')) figures.push(...(await measureGrowth(browser, server, Number(asked.rounds))))
} finally {
  await browser.close()
  server.close()
}
const [cpu] = cpus()
const machine = `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, Chromium ${browser.version()}`
mkdirSync(join(root, 'artifacts'), { recursive: true })
writeFileSync(join(root, 'artifacts/bench.json'), `${JSON.stringify({ machine, figures }, undefined, 2)}\n`)
console.log(`\n${machine}\n\n${tellFigures(figures)}\n`)
const missed = figures.filter((figure) => !isHeld(figure))
console.log(
  missed.length === 0
    ? 'Every number is held.'
    : `Not held: ${missed.length} of ${figures.filter(({ limit }) => limit !== undefined).length}.`,
)
process.exit(missed.length === 0 ? 0 : 1)
