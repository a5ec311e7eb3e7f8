/** What is exported of a session with the real djust is read by the messages that OpenTelemetry publishes, and by nothing looser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import { ensureTestTools, run } from '../../scripts/python-env.ts'
import { run as runCommand } from '../../src/cli/run.ts'
import { createDjust } from '../../src/playwright/create-djust.ts'
import { record } from '../../src/playwright/recorder.ts'
import { startChromium } from '../browsers/plain-chromium.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'djust-otlp-'))
let django: Django
let python: string
beforeAll(async () => {
  ;[django, python] = await Promise.all([startDjango(), ensureTestTools(join(root, 'examples/django'))])
})
afterAll(async () => {
  await django?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Calls, a dispatch, a push that a handler makes, and something that fails. */
async function recordSession(): Promise<string> {
  const browser = await startChromium()
  try {
    const context = await browser.newContext()
    const recorder = await record(context)
    const page = await context.newPage()
    await page.goto(`${django.url}/mishaps/desk/`)
    await recorder.settled()
    await page.locator('#desk-search').pressSequentially('print', { delay: 30 })
    await page.locator('#desk-hits li').first().click()
    await page.locator('#desk-picked li').first().waitFor()
    await page.goto(`${django.url}/mishaps/desk/?mishap=handler-never-renders`)
    await recorder.settled()
    await page.locator('#desk-search').pressSequentially('mail', { delay: 30 })
    await page.locator('#desk-hits li').first().waitFor()
    await page.goto(`${django.url}/mishaps/desk/?mishap=unseen-error`)
    await recorder.settled()
    await page.locator('#desk-refresh').click()
    await recorder.settled()
    return createDjust(recorder, { tool: 'a test', browser: `chromium ${browser.version()}` }).recording()
  } finally {
    await browser.close()
  }
}

test('every message and every name is one that OpenTelemetry publishes', async () => {
  const [recording, out] = [join(folder, 'session.jsonl'), join(folder, 'otlp')]
  writeFileSync(recording, await recordSession())
  let told = ''
  const terminal = {
    out: () => {},
    err: (text: string) => {
      told += text
    },
    stdin: (async function* () {})(),
    isWatched: false,
    env: {},
  }
  expect([await runCommand(['export', recording, '--otlp', '--output', out], terminal), told]).toEqual([
    0,
    '',
  ])
  const { code, output } = await run(python, [join(import.meta.dirname, 'otlp/read_strictly.py'), out])
  expect([code, output]).toEqual([0, expect.stringContaining('"spans"')])
  const read = JSON.parse(output)
  expect(read.spans).toBeGreaterThan(10)
  expect(read.links).toBeGreaterThan(0)
  expect(read.metrics).toEqual(expect.arrayContaining(['djust.exchanges', 'rpc.client.call.duration']))
  expect(read.names).toEqual(
    expect.arrayContaining(['error.type', 'rpc.method', 'service.name', 'session.id']),
  )
})
