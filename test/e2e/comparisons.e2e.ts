/** The short form of bench/comparisons.ts: two real recordings of one build, at a server of 20 to 40 ms. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byHand, recordSession, type Served, serveAtPace } from '../../bench/record-session.ts'
import { compareRows } from '../../src/core/compare/compare.ts'
import { startChromium } from '../browsers/plain-chromium.ts'

let browser: Browser
let served: Served
beforeAll(async () => {
  browser = await startChromium()
  served = await serveAtPace(7)
})
afterAll(async () => {
  served?.close()
  await browser?.close()
})

/** How often a number differs by chance is no matter of two recordings: test/core/compare-real.test.ts counts it. */
test('two recordings of one build show no change of class', async () => {
  const before = await recordSession(browser, served, byHand)
  const after = await recordSession(browser, served, byHand)
  expect(before.filter(({ kind }) => kind === 'dispatch').length).toBe(20)
  const { findings } = compareRows(before, after)
  expect(findings.filter(({ type }) => type === 'class').map(({ says }) => says)).toEqual([])
})
