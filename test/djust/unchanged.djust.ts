/** The instrument changes nothing: two drives without it agree, and a drive with it, panel open, agrees with them as well. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import { documentsOf } from '../../src/core/log.ts'
import type { TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { KEEP_LOG, press } from '../e2e/log.ts'
import { startCaptureProxy } from './capture-proxy.ts'
import { readWholeLog } from './log-of.ts'
import { type Agreement, agreementOf } from './unchanged/agreement.ts'
import { compare } from './unchanged/compare.ts'
import { drive } from './unchanged/drive.ts'
import { NONCES } from './unchanged/nonces.ts'
import { type Testimony, witness } from './unchanged/witness.ts'

const SEED = Number(process.env['SEED'] ?? 1)
const met = new Map<string, number>()

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let without: Agreement
  let watched: Testimony[]
  beforeAll(async () => {
    // At once, for most of a drive is waiting; each has a server, a proxy and a browser of its own.
    const [first, second, third] = await Promise.all([
      driveWith(name, 'nothing'),
      driveWith(name, 'nothing'),
      driveWith(name, 'extension and panel'),
    ])
    const driveAgain = (entries: readonly string[]) => driveWith(name, 'nothing', entries)
    without = await agreementOf(first, second, driveAgain, met)
    watched = third
    for (const each of without.alone) console.log(`${name}, one of three drives alone: ${each}`)
  }, 1_200_000)

  test(`two drives without it agree, with seed ${SEED}`, () => {
    expect(without.agreed.length).toBeGreaterThan(100)
    expect(without.differences).toEqual([])
  })

  test('a drive with it and its panel open agrees as well', () => {
    expect(compare(without.agreed, watched, met)).toEqual([])
  })
})

test('every named nonce was met by one browser or the other: the list holds nothing stale', () => {
  expect(NONCES.filter(({ name, isRare }) => !isRare && !met.has(name)).map(({ name }) => name)).toEqual([])
})

async function driveWith(
  name: TestBrowser['name'],
  watcher: 'nothing' | 'extension and panel',
  entries?: readonly string[],
): Promise<Testimony[]> {
  await using stack = new AsyncDisposableStack()
  const django: Django = await startDjango({ version: process.env['DJUST_VERSION'] || undefined })
  stack.defer(() => django.stop())
  const proxy = await startCaptureProxy(django.url)
  stack.defer(() => proxy.close())
  const browser = await launch(name, { extension: watcher !== 'nothing' })
  stack.defer(() => browser.close())
  const tab = await browser.openTab()
  await tab.goto(`${proxy.url}/zoo/`)
  const panel = watcher === 'nothing' ? undefined : await tab.openPanel()
  if (panel) await press(panel, KEEP_LOG[name])
  // What is docked takes room from the page, and no instrument is to blame for that.
  await tab.resize(1000, 600)
  const driven = drive(SEED).filter((each) => !entries || entries.includes(each.name))
  const testimonies = await witness(tab, proxy, driven)
  // Nothing is proved by an instrument that was not there, on every page.
  if (panel) expect(documentsOf(await readWholeLog(panel)).length).toBeGreaterThan(testimonies.length)
  return testimonies
}
