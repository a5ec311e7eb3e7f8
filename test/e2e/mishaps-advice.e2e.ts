/** Every mishap in the studio, in both browsers: switched on and driven as the page says, the advice names it and nothing else; in its twin, nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MISHAPS } from '../../demo/mishaps/mishaps.ts'
import { startDemo } from '../../demo/server.ts'
import { advise } from '../../src/core/advice/advise.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { AdviceId } from '../../src/protocol/advice-ids.ts'
import type { Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { drive, hearLetters, type Log } from '../language/drive-mishap.ts'
import { TRACES } from './mishap-traces.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-demo-'))
let demo: Awaited<ReturnType<typeof startDemo>>
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
})
afterAll(async () => {
  await demo.close()
  rmSync(data, { recursive: true })
})

/** What is true of a machine that is busy with something else, whatever the page does; then it is driven again. */
const SLOWNESS: ReadonlySet<AdviceId> = new Set(['slow-apply', 'slow-server', 'slow-network'])
const TRIES = 3

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  let log: Log
  beforeAll(async () => {
    browser = await launch(name, { extension: false })
    tab = await browser.openTab()
    await tab.goto(`${demo.url}/mishaps`)
    await tab.waitFor(() => document.querySelector('[role=switch]'))
    log = await hearLetters(tab)
  })
  afterAll(() => browser?.close())

  test.each(MISHAPS)('$id', async ({ id, steps }) => {
    const run = async (path: string) => {
      await log.clear()
      await tab.click(`[data-id="${id}"] [role=switch]`)
      for (let left = TRIES; ; left -= 1) {
        const rows = await drive(await tab.frame(`${path}?studio`), steps, log)
        const findings = advise(rows)
        if (left > 1 && findings.some(({ rule }) => rule !== id && SLOWNESS.has(rule))) {
          await log.clear()
          await tab.evaluate(() =>
            document.querySelector<HTMLIFrameElement>('#page')?.contentWindow?.location.reload(),
          )
          continue
        }
        const seen = rows.filter(({ kind }) => kind !== 'system')
        return {
          advice: findings.map(({ rule, says }) => `${rule}: ${says}`),
          isVisible: TRACES[id](seen),
          says: seen.map(inOneLine).join('\n'),
        }
      }
    }
    const on = await run(`/mishaps/${id}`)
    expect(on.advice, on.says).not.toEqual([])
    expect(
      on.advice.filter((each) => !each.startsWith(`${id}: `)),
      on.says,
    ).toEqual([])
    expect(on.isVisible, on.says).toBe(true)
    const twin = await run(`/mishaps/${id}/twin`)
    expect(twin.advice, twin.says).toEqual([])
    expect(twin.isVisible, twin.says).toBe(false)
  })
})

/** For who has to find out why. */
function inOneLine({ kind, name, status, verdict, times, dom, drawn, request }: Exchange): string {
  const is = [kind, name, status, verdict.render, ...verdict.flags, `${dom?.nodes ?? '?'} nodes`]
  return `${is.join(' ')} ${JSON.stringify({ drawn, ...times })} ${request?.text.slice(0, 80)}`
}
