/**
 * `node bench/comparisons.ts`: what a comparison finds in recordings of one build, and of a build whose server takes 1.3 times as long.
 * All of them are recorded here, in a real browser, on a machine that does nothing else: what takes its time is in the times that are compared. `--pairs 5 --runs 20` records fewer,
 * `--keep FILE` writes the rows of 2 sessions for the tests, `--seed` draws other server times, `--beside` says how many at a time.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { ensureBrowser } from '../scripts/browsers.ts'
import { buildStudioIfStale } from '../scripts/build.ts'
import { compareRows } from '../src/core/compare/compare.ts'
import { kept } from '../test/core/kept-rows.ts'
import { byHand, byScript, recordSession, type Served, serveAtPace } from './record-session.ts'
import { slownessIn } from './slowness-in.ts'

const { values: asked } = parseArgs({
  options: {
    pairs: { type: 'string', default: '50' },
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    beside: { type: 'string', default: '3' },
    keep: { type: 'string' },
  },
})
const [PAIRS, RUNS, SEED, BESIDE] = [asked.pairs, asked.runs, asked.seed, asked.beside].map(Number) as [
  number,
  number,
  number,
  number,
]

await buildStudioIfStale()
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] })

/** So many at a time, each at a server of its own; most of a session is waiting. */
async function eachOf(count: number, work: (at: number, served: Served) => Promise<void>): Promise<void> {
  let next = 1
  const worker = async (number: number) => {
    const served = await serveAtPace(SEED * BESIDE + number)
    try {
      while (next <= count) await work(next++, served)
    } finally {
      served.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(BESIDE, count) }, (_, number) => worker(number)))
}

try {
  if (asked.keep) {
    const sessions: string[] = []
    await eachOf(2, async (_, served) => {
      sessions.push(JSON.stringify(kept(await recordSession(browser, served, byScript))))
    })
    writeFileSync(asked.keep, `[\n${sessions.join(',\n')}\n]\n`)
  }

  const tally = { classes: 0, timings: 0, found: 0 }
  await eachOf(PAIRS, async (at, served) => {
    const before = await recordSession(browser, served, byHand)
    const { findings } = compareRows(before, await recordSession(browser, served, byHand))
    if (findings.some(({ type }) => type === 'class')) tally.classes += 1
    if (findings.some(({ type }) => type === 'number')) tally.timings += 1
    console.log(`pair ${at}: ${findings.map(({ says }) => says).join(' | ') || 'the same'}`)
  })
  console.log(
    `of ${PAIRS} pairs of one build ${tally.classes} show a change of class (0), ${tally.timings} a number (at most 2 of 50)`,
  )

  await eachOf(RUNS, async (at, served) => {
    await served.pace(1)
    const before = await recordSession(browser, served, byScript)
    await served.pace(1.3)
    const { findings } = compareRows(before, await recordSession(browser, served, byScript))
    const { isFound, says } = slownessIn(findings)
    if (isFound) tally.found += 1
    console.log(`run ${at}: ${isFound ? 'found' : 'NOT FOUND'}: ${says}`)
  })
  console.log(`of ${RUNS} runs with a server 1.3 times as slow ${tally.found} name it (190 of 200)`)
} finally {
  await browser.close()
}
