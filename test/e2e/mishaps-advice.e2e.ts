/** Every mishap in the studio, in both browsers: switched on and driven as the page says, the advice names it and nothing else; in its twin, nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MISHAPS } from '../../demo/mishaps/mishaps.ts'
import { startDemo } from '../../demo/server.ts'
import { advise } from '../../src/core/advice/advise.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { AdviceId } from '../../src/protocol/advice-ids.ts'
import type { Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { drive, hearLetters, type Log } from '../language/drive-mishap.ts'
import { besideEachOther } from './beside-each-other.ts'
import { TRACES } from './mishap-traces.ts'

const root = join(import.meta.dirname, '../..')

/** What is true of a server that had no time, whatever the page does. */
const SLOWNESS: ReadonlySet<AdviceId> = new Set(['slow-apply', 'slow-server', 'slow-network'])
/** A machine that had no time for keys, page or server did something else than the steps say; then it is done again. */
const TRIES = 3

besideEachOther((name) => {
  const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: TestBrowser
  let tab: Tab
  let log: Log
  beforeAll(async () => {
    demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
    browser = await launch(name, { extension: false })
    tab = await browser.openTab()
    await tab.goto(`${demo.url}/mishaps`)
    await tab.waitFor(() => document.querySelector('[role=switch]'))
    log = await hearLetters(tab)
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
    rmSync(data, { recursive: true })
  })

  test.each(MISHAPS)('$id', async ({ id, steps }) => {
    const run = async (path: string, wanted: { rules: AdviceId[]; isVisible: boolean }) => {
      await log.clear()
      await tab.click(`[data-id="${id}"] [role=switch]`)
      for (let left = TRIES; ; left -= 1) {
        const { rows, wasHindered } = await drive(await tab.frame(`${path}?studio`), steps, log)
        const seen = rows.filter(({ kind }) => kind !== 'system')
        const found = advise(rows)
        const is = { rules: [...new Set(found.map(({ rule }) => rule))], isVisible: TRACES[id](seen) }
        const isSlow = found.some(({ rule }) => rule !== id && SLOWNESS.has(rule))
        if (left > 1 && !isDeepStrictEqual(is, wanted) && (wasHindered || isSlow)) {
          await log.clear()
          await tab.evaluate(() =>
            document.querySelector<HTMLIFrameElement>('#page')?.contentWindow?.location.reload(),
          )
          continue
        }
        const says = [...found.map(({ rule, says }) => `${rule}: ${says}`), ...seen.map(inOneLine)]
        return expect(is, says.join('\n')).toEqual(wanted)
      }
    }
    await run(`/mishaps/${id}`, { rules: [id], isVisible: true })
    await run(`/mishaps/${id}/twin`, { rules: [], isVisible: false })
  })
})

/** For who has to find out why. */
function inOneLine({ kind, name, status, verdict, times, dom, drawn, request }: Exchange): string {
  const is = [kind, name, status, verdict.render, ...verdict.flags, `${dom?.nodes ?? '?'} nodes`]
  return `${is.join(' ')} ${JSON.stringify({ drawn, ...times })} ${request?.text.slice(0, 80)}`
}
