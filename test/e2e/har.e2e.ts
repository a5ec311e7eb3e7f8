/** A log exported as HAR from the real panel and opened in Chromium's own Network panel: what that one recorded itself, with the times of ours. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import type { Sighting } from '../../src/protocol/envelope.ts'
import type { Panel, TestBrowser } from '../browsers/browser.ts'
import type { NetworkRequest } from '../browsers/chromium-network.ts'
import { launch } from '../browsers/launch.ts'
import { takeExport, takeRecording } from './exported.ts'
import { KEEP_LOG, press } from './log.ts'
import { pickTagAndSubmit } from './pick-tag-and-submit.ts'

const root = join(import.meta.dirname, '../..')
const screens = join(root, 'artifacts/screens')
mkdirSync(screens, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'djust-har-'))

let demo: Awaited<ReturnType<typeof startDemo>>
let browser: TestBrowser
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
  browser = await launch('chromium')
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  rmSync(data, { recursive: true })
})

test("Chromium's Network panel shows an exported session as it recorded it, with the times of the log", async () => {
  const { panel, network } = await watchSession()
  const recording = await takeRecording(panel)
  const file = await takeExport(panel, 'HAR')
  const recorded = (await network.readRequests()).filter(isOfDjust)
  expect(kindsOf(recorded)).toEqual(new Set(['fetch', 'websocket']))

  await network.importHar(file, recorded.length)
  await panel.screenshot(join(screens, 'har-in-network-panel.png'))
  const imported = await network.readRequests()
  expect(imported.map(said)).toEqual(recorded.map(said))
  expect(await network.readRows()).toHaveLength(recorded.length)
  const told = timesIn(recording)
  const shown = imported.flatMap(timesOf)
  expect(shown).toHaveLength(told.length)
  for (const [index, time] of told.entries())
    expect(Math.abs((shown[index] ?? Number.NaN) - time), `time ${index}`).toBeLessThanOrEqual(ROUNDING)
})

test('what keeps the log is called as Chromium calls it in its Network panel', async () => {
  const tab = await browser.openTab()
  await tab.goto(`${demo.url}/tutorial`)
  const panel = await tab.openPanel()
  const network = await panel.openNetwork?.()
  // Its switches are drawn before their words.
  await expect.poll(() => network?.readSwitches()).toContain(KEEP_LOG.chromium)
  await press(panel, KEEP_LOG.chromium)
  await tab.close()
})

/** ms: a HAR file's dates have no parts of one. */
const ROUNDING = 1

/** The tutorial from its first request on, watched by both panels: calls over HTTP, dispatches over a socket. */
async function watchSession() {
  const tab = await browser.openTab()
  await tab.goto(`${demo.url}/tutorial`)
  const panel: Panel = await tab.openPanel()
  const network = await panel.openNetwork?.()
  if (!network) throw new Error('This browser gives no Network panel.')
  await tab.goto(`${demo.url}/tutorial`)
  await pickTagAndSubmit(tab, panel)
  return { panel, network }
}

function isOfDjust({ type, url }: NetworkRequest): boolean {
  return type === 'websocket' || new URL(url).pathname.startsWith('/djust/')
}

function kindsOf(requests: readonly NetworkRequest[]): Set<string> {
  return new Set(requests.map(({ type }) => type))
}

/** All but the times, which the two take at different places. */
function said({ url, type, status, messages }: NetworkRequest) {
  return { url, type, status, messages: messages.map(({ type, data }) => ({ type, data })) }
}

/** When it began, when it ended, and each message: epoch ms. */
function timesOf({ type, start, duration, messages }: NetworkRequest): number[] {
  return type === 'websocket' ? [start, ...messages.map(({ at }) => at)] : [start, start + duration]
}

/** The same of the facts that the panel held, in the order of the requests. */
function timesIn(recording: string): number[] {
  const [header, ...lines] = recording.trim().split('\n')
  const { documents } = JSON.parse(header ?? '') as { documents: { doc: string; origin: number }[] }
  const origins = new Map(documents.map(({ doc, origin }) => [doc, origin]))
  const requests = new Map<string, number[]>()
  for (const line of lines) {
    const { doc, fact } = JSON.parse(line) as Sighting
    const at = (origins.get(doc) ?? 0) + fact.at
    switch (fact.type) {
      case 'connection-opened':
      case 'frame-in':
      case 'frame-out':
        push(`socket ${fact.connection}`, at)
        break
      case 'request':
      case 'response':
        push(`request ${fact.request}`, at)
        break
    }
  }
  return [...requests.values()].flat()

  function push(request: string, at: number): void {
    const times = requests.get(request)
    if (times) times.push(at)
    else requests.set(request, [at])
  }
}
