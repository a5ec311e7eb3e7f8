/** Our demo is held to the real thing: the installed client.js runs the tutorial on our server, and the log says the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/server.ts'
import { startDjango } from '../../scripts/demo-django.ts'
import { rowsOf } from '../../src/core/log.ts'
import type { Panel, Tab, TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { KEEP_LOG, press } from '../e2e/log.ts'
import { type DemoPage, makeDemoPage } from './demo-page.ts'
import { describeRows } from './judge.ts'
import { markOf, readWholeLog, settle, waitForView } from './log-of.ts'

const studioDir = join(import.meta.dirname, '../../dist/studio')
let page: DemoPage
const demos: Demo[] = []
const folders: string[] = []
let own: Demo
let real: Demo

async function start(options: Partial<Parameters<typeof startDemo>[0]>): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'djust-demo-'))
  folders.push(dataDir)
  const demo = await startDemo({ port: 0, dataDir, ...options })
  demos.push(demo)
  return demo
}

beforeAll(async () => {
  const django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined })
  try {
    page = makeDemoPage(await (await fetch(`${django.url}/static/djust/client.js`)).text())
  } finally {
    await django.stop()
  }
  own = await start({ studioDir })
  real = await start(page.options)
})
afterAll(async () => {
  for (const demo of demos) await demo.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
  page?.remove()
})

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: TestBrowser
  let tab: Tab
  let panel: Panel
  beforeAll(async () => {
    browser = await launch(name)
    tab = await browser.openTab()
    await tab.goto(`${own.url}/tutorial`)
    panel = await tab.openPanel()
    await press(panel, KEEP_LOG[name])
  })
  afterAll(() => browser?.close())

  /** What a person does in the tutorial, one thing after the other; and what the log says of each. */
  async function follow(url: string): Promise<Record<string, string[]>> {
    await tab.goto(`${url}/tutorial`)
    await waitForView(tab)
    const says: Record<string, string[]> = {}
    for (const [what, work] of STEPS) {
      await settle(panel)
      const before = markOf(await readWholeLog(panel))
      await work(tab)
      await settle(panel, 600)
      const rows = rowsOf(await readWholeLog(panel)).filter(
        ({ doc, seq, kind }) => seq > (before.get(doc) ?? -1) && kind !== 'system',
      )
      says[what] = [
        ...describeRows(rows),
        ...rows.map(({ name, trigger }) => `${name} by ${trigger?.element} ${trigger?.event}`),
      ]
    }
    return says
  }

  test('the log of the tutorial is the same with our runtime and with the real one', async () => {
    const ours = await follow(own.url)
    expect(ours['adds a tag']?.[0]).toContain('call search_tags http ok none proved')
    expect(ours['adds a tag']?.[1]).toContain('dispatch add_tag ws ok patched proved')
    expect(await follow(real.url)).toEqual(ours)
    const runtime = await tab.evaluate(() => Object.keys((window as { djust?: object }).djust ?? {}).length)
    // Ours has a handful of members.
    expect(runtime).toBeGreaterThan(30)
  })
})

type Step = [what: string, work: (tab: Tab) => Promise<void>]

/** In one breath: a list of suggestions closes when the page loses the focus, as it does in Firefox when a log is saved. */
const add = async (tab: Tab, text: string) => {
  await tab.type('#tag-input', text, 5)
  await tab.waitFor(() => document.querySelector('#tag-suggestions [role=option]') !== null)
  await tab.click('#tag-suggestions [role=option]')
}

const STEPS: Step[] = [
  ['adds a tag', (tab) => add(tab, 'r')],
  ['adds another', (tab) => add(tab, 'u')],
  ['takes the first away', (tab) => tab.click('.chips button')],
  ['submits without a title', (tab) => tab.click('button[type=submit]')],
  ['writes a title', (tab) => tab.type('#title', 'Login button does nothing', 5)],
  ['submits', (tab) => tab.click('button[type=submit]')],
]
