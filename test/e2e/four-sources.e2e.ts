/** Recordings are interchangeable: of one session, whether panel, studio, `record` or fixture wrote it, every reader says the same. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/server.ts'
import { ensureBrowser } from '../../scripts/browsers.ts'
import { run } from '../../src/cli/run.ts'
import { EXPORTERS } from '../../src/core/export/exporters.ts'
import { recordingIn } from '../../src/core/export/html.ts'
import { type Log, rowsOf } from '../../src/core/log.ts'
import { logOf, readRecording } from '../../src/core/read-recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import type { Page, Surface } from '../browsers/browser.ts'
import { launch } from '../browsers/launch.ts'
import { takeRecording } from './exported.ts'
import { waitForCount, waitForRow } from './log.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'djust-sources-'))
const at = (name: string) => join(folder, name)
let demo: Demo

/** Types two words, picks what is found, takes the first away; the log beside it has seen all of it. */
async function play(page: Page, log: Surface): Promise<void> {
  for (const [count, word] of ['reg', 'per'].entries()) {
    await page.type('#tag-input', word, 20)
    await page.waitFor(() => document.querySelector('#tag-suggestions [role=option]') !== null)
    await page.click('#tag-suggestions [role=option]')
    await page.waitFor((wanted) => document.querySelectorAll('.chips li').length === wanted, count + 1)
  }
  await page.click('.chips li:first-child button')
  await waitForRow(log, 'dispatch remove_tag ok patched')
  await waitForCount(log, 3, 'dispatches')
}

async function ofPanel(): Promise<string> {
  const browser = await launch('chromium')
  try {
    const tab = await browser.openTab()
    await tab.goto(`${demo.url}/tutorial`)
    const panel = await tab.openPanel()
    await play(tab, panel)
    return await takeRecording(panel)
  } finally {
    await browser.close()
  }
}

async function ofStudio(): Promise<string> {
  const browser = await launch('chromium', { extension: false })
  try {
    const tab = await browser.openTab()
    await tab.goto(demo.url)
    await play(await tab.frame('/tutorial'), tab)
    return await takeRecording(tab)
  } finally {
    await browser.close()
  }
}

async function ofRecord(): Promise<string> {
  const steps = join(import.meta.dirname, 'four-sources/steps.json')
  const told = await types(
    ...['record', `${demo.url}/tutorial`, '--steps', steps, '--output', at('record')],
    ...['--executable', ensureBrowser('chromium')],
  )
  expect(told).toMatchObject({ code: 0 })
  return readFileSync(at('record'), 'utf8')
}

async function ofFixture(): Promise<string> {
  const args = ['test', '--reporter=line', '-c', join(import.meta.dirname, 'four-sources')]
  const child = spawn(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), ...args], {
    env: {
      ...process.env,
      ...{ BASE_URL: demo.url, EXECUTABLE: ensureBrowser('chromium') },
      ...{ RECORDING: at('fixture'), RESULTS: at('results') },
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, said]).toEqual([0, expect.stringContaining('1 passed')])
  return readFileSync(at('fixture'), 'utf8')
}

async function types(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const told = { out: '', err: '' }
  const code = await run(args, {
    out: (text) => {
      told.out += text
    },
    err: (text) => {
      told.err += text
    },
    stdin: (async function* () {})(),
    isWatched: false,
    env: {},
  })
  return { code, ...told }
}

const SOURCES = { panel: ofPanel, studio: ofStudio, record: ofRecord, fixture: ofFixture }
type Source = keyof typeof SOURCES
const NAMES = Object.keys(SOURCES) as Source[]

beforeAll(async () => {
  demo = await startDemo({ port: 0, dataDir: at('data'), studioDir: join(root, 'dist/studio') })
  for (const name of NAMES) writeFileSync(at(`${name}.jsonl`), await SOURCES[name]())
})
afterAll(async () => {
  await demo?.close()
  rmSync(folder, { recursive: true, force: true })
})

function read(source: Source): Log {
  const recording = readRecording(readFileSync(at(`${source}.jsonl`), 'utf8'), readFact)
  expect(recording.problems).toEqual([])
  return logOf(recording)
}

const asked = (log: Log) => rowsOf(log).filter(({ kind }) => kind !== 'system')
const told = (log: Log) =>
  asked(log).map(
    ({ kind, name, view, transport, status, verdict, patches, trigger }) =>
      `${kind} ${view}/${name} ${transport} ${status} ${verdict.render} ${verdict.certainty} ${patches} by ${trigger?.event} on ${trigger?.element}`,
  )

describe.each(NAMES)('what the %s wrote', (source) => {
  test('reads whole, as the same rows', () => {
    const rows = told(read(source))
    expect(rows.map((row) => row.split(' ')[1])).toEqual([
      ...['issues.new/search_tags', 'demo.NewIssueView/add_tag'],
      ...['issues.new/search_tags', 'demo.NewIssueView/add_tag', 'demo.NewIssueView/remove_tag'],
    ])
    expect(rows).toEqual(told(read('panel')))
  })

  test('holds the demo’s contract', async () => {
    const contract = join(root, 'demo/contract.yaml')
    expect(await types('check', at(`${source}.jsonl`), '--contract', contract)).toMatchObject({
      code: 0,
      err: '',
    })
  })

  test.each(NAMES)('does what the %s’s does', async (other) => {
    const compared = await types('compare', at(`${other}.jsonl`), at(`${source}.jsonl`))
    expect(compared).toMatchObject({ code: 0, err: '' })
  })

  test('becomes a page that holds it', async () => {
    expect(await types('report', at(`${source}.jsonl`), '--output', at('page.html'))).toMatchObject({
      code: 0,
    })
    const held = recordingIn(readFileSync(at('page.html'), 'utf8')) ?? ''
    expect(told(logOf(readRecording(held, readFact)))).toEqual(told(read(source)))
  })

  test('becomes HAR, CSV and spans', async () => {
    const log = read(source)
    const files = Object.fromEntries(EXPORTERS.map(({ id, write }) => [id, [...write(log)].join('')]))
    const { entries } = JSON.parse(files['har'] ?? '').log
    expect(
      entries.filter(({ request }: { request: { url: string } }) => /search_tags/.test(request.url)),
    ).toHaveLength(2)
    expect(files['csv']?.match(/add_tag/g)).toHaveLength(2)
    const exported = await types('export', at(`${source}.jsonl`), '--otlp', '--output', at('otlp'))
    expect(exported).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(at('otlp'), 'traces.jsonl'), 'utf8')).toContain('issues.new/search_tags')
  })
})
