/** The log beside its details, where a row is its name and its verdict alone: however long the one, the other is to be seen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../demo/server.ts'
import { writeRecording } from '../../src/core/recording.ts'
import { startChromium } from '../browsers/plain-chromium.ts'
import { page as story } from '../language/page.ts'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'djust-beside-'))
const told = story()
  .live()
  .event('update_shipping_address_and_recalculate_totals', 1)
  .patch(12, { ref: 1 })
  .dom(34)
  .event('find', 2)
  .hears({ type: 'patch', ref: 2, version: 2, patches: [{ type: 'an unknown kind '.repeat(20) }] })
const recording = writeRecording(told.log, { tool: 'djust-devtools test', redaction: 'as captured' })

let demo: Awaited<ReturnType<typeof startDemo>>
let browser: Browser
beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: data, studioDir: join(root, 'dist/studio') })
  browser = await startChromium()
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  rmSync(data, { recursive: true })
})

test('a long name leaves its verdict in its line, and a long verdict its name', async () => {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 500 } })).newPage()
  await page.route(
    ({ pathname }) => pathname === '/then.jsonl',
    (route) => route.fulfill({ body: recording }),
  )
  await page.goto(`${demo.url}/src/panel/panel.html?recording=/then.jsonl`)
  await page.locator('[role=row][data-name=find]').click()
  await page.locator('[data-kind] .name .verdict').nth(1).waitFor()
  const cells = await page.locator('[data-kind] .name').evaluateAll((all) =>
    all.map((cell) => {
      const [whole, name, verdict] = [cell, cell.querySelector('bdi'), cell.querySelector('.verdict')].map(
        (each) => each?.getBoundingClientRect() ?? new DOMRect(),
      )
      return [name, verdict].map(
        (each) =>
          each &&
          whole &&
          each.top >= whole.top &&
          each.bottom <= whole.bottom &&
          each.width >= 8 &&
          each.right <= whole.right,
      )
    }),
  )
  expect(cells).toEqual([
    [true, true],
    [true, true],
  ])
})
