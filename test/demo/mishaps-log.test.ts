/** What each mishap leaves in the log, in a real Chromium: with it on, the rows that its rule of the advice rests on; in its twin, none of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MISHAPS } from '../../demo/mishaps/mishaps.ts'
import { type Demo, startDemo } from '../../demo/server.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { drive, hearLetters, type Log, stage } from '../language/mishap-stage.ts'
import { buildPages } from './built-pages.ts'
import { TRACES } from './mishap-traces.ts'

let demo: Demo
let browser: TestBrowser
let tab: Tab
let log: Log
let folders: string[]
beforeAll(async () => {
  folders = [await buildPages(), mkdtempSync(join(tmpdir(), 'djust-mishaps-'))]
  const [studioDir = '', dataDir = ''] = folders
  demo = await startDemo({ port: 0, dataDir, studioDir })
  browser = await launch('chromium', { extension: false })
  tab = await browser.openTab()
  await tab.goto(demo.url)
  log = await hearLetters(tab)
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe.each(MISHAPS)('$id', ({ id, steps }) => {
  const run = async (path: string) => {
    await log.clear()
    const rows = await drive(await stage(tab, path), steps, log)
    const seen = rows.filter(({ kind }) => kind !== 'system')
    return { isThere: TRACES[id](seen), says: seen.map(inOneLine).join('\n') }
  }
  test('leaves its trace', async () => {
    const { isThere, says } = await run(`/mishaps/${id}`)
    expect(isThere, says).toBe(true)
  })
  test('its twin leaves none', async () => {
    const { isThere, says } = await run(`/mishaps/${id}/twin`)
    expect(isThere, says).toBe(false)
  })
})

/** For who has to find out why. */
function inOneLine({ kind, name, status, verdict, times, dom, request }: Exchange): string {
  const is = [kind, name, status, verdict.render, ...verdict.flags, `${dom?.nodes ?? '?'} nodes`]
  return `${is.join(' ')} ${JSON.stringify(times)} ${request?.text.slice(0, 80)}`
}
