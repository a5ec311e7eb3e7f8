/** The instrument changes nothing: two drives without it agree, and a drive with it, panel open, agrees with them as well. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import { documentsOf } from '../../src/core/log.ts'
import type { TestBrowser } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { KEEP_LOG, press } from '../e2e/log.ts'
import { startCaptureProxy } from './capture-proxy.ts'
import { readWholeLog } from './log-of.ts'
import { compare } from './unchanged/compare.ts'
import { drive } from './unchanged/drive.ts'
import { NONCES } from './unchanged/nonces.ts'
import { type Testimony, witness } from './unchanged/witness.ts'

const SEED = Number(process.env['SEED'] ?? 1)
const met = new Map<string, number>()

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let first: Testimony[]
  let second: Testimony[]
  let watched: Testimony[]
  beforeAll(async () => {
    // At once, for most of a drive is waiting; each has a server, a proxy and a browser of its own.
    ;[first, second, watched] = await Promise.all([
      driveWith(name, 'nothing'),
      driveWith(name, 'nothing'),
      driveWith(name, 'extension and panel'),
    ])
  }, 1_200_000)

  test(`two drives without it agree, with seed ${SEED}`, () => {
    expect(first.length).toBeGreaterThan(100)
    expect(compare(first, second, met)).toEqual([])
  })

  test('a drive with it and its panel open agrees as well', () => {
    expect(compare(first, watched, met)).toEqual([])
  })
})

test('every named nonce was met by one browser or the other: the list holds nothing stale', () => {
  expect(NONCES.filter(({ name, isRare }) => !isRare && !met.has(name)).map(({ name }) => name)).toEqual([])
})

async function driveWith(
  name: TestBrowser['name'],
  watcher: 'nothing' | 'extension and panel',
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
  const testimonies = await witness(tab, proxy, drive(SEED))
  // Nothing is proved by an instrument that was not there, on every page.
  if (panel) expect(documentsOf(await readWholeLog(panel)).length).toBeGreaterThan(testimonies.length)
  return testimonies
}
