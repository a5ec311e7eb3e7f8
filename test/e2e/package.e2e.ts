/** What npm packs, in an empty project: the commands of the README, the types, and the fixture in both browsers. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/server.ts'
import { ensureBrowser } from '../../scripts/browsers.ts'
import { recordingOf } from '../cli/command-line.ts'
import { makeProject, type Project } from '../cli/project.ts'
import { session } from '../core/compare-session.ts'

const root = join(import.meta.dirname, '../..')
let project: Project
const at = (name: string) => join(project.folder, name)
let demo: Demo

beforeAll(async () => {
  project = makeProject()
  mkdirSync(at('node_modules/@playwright'))
  for (const name of ['@playwright/test', 'playwright', 'playwright-core', '@types', 'undici-types'])
    if (existsSync(join(root, 'node_modules', name)))
      symlinkSync(join(root, 'node_modules', name), at(`node_modules/${name}`))
  cpSync(join(import.meta.dirname, 'package'), project.folder, { recursive: true })
  cpSync(join(root, 'demo/contract.yaml'), at('contract.yaml'))
  demo = await startDemo({ port: 0, dataDir: at('data'), studioDir: join(root, 'dist/studio') })
})

afterAll(async () => {
  await demo?.close()
  project?.remove()
})

function runs(line: string, env: Record<string, string> = {}): Promise<{ code: number; out: string }> {
  const [name = '', ...args] = line.split(' ')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [at(`node_modules/${name}`), ...args], {
      cwd: project.folder,
      env: { ...process.env, FIREFOX_BINARY: ensureBrowser('firefox'), ...env },
    })
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        out += chunk
      })
    child.on('close', (code) => resolve({ code: code ?? 2, out }))
  })
}

const DJUST = '.bin/djust-devtools'
/** Beside the exit code, so that a failure says why. */
const WRITTEN = { code: 0, out: expect.stringContaining('Wrote ') }

/** What Playwright is given for the browser's binary. */
function binaryOf(browser: 'chromium' | 'firefox'): string {
  return browser === 'chromium'
    ? ensureBrowser(browser)
    : join(root, 'test/browsers/firefox-for-playwright.mjs')
}

test('it installs nothing beside itself, and names whose work is in it', () => {
  const installed = readdirSync(at('node_modules')).filter((name) => !name.startsWith('.'))
  expect(installed).toContain('djust-devtools')
  const { dependencies } = JSON.parse(readFileSync(at('node_modules/djust-devtools/package.json'), 'utf8'))
  expect(dependencies).toBeUndefined()
  const named = readFileSync(at('node_modules/djust-devtools/dist/package/THIRD-PARTY.txt'), 'utf8')
  for (const name of ['commander', 'yaml', 'valibot']) expect(named).toContain(`${name} `)
})

test('the commands of the README work there as they stand', async () => {
  writeFileSync(at('typing.jsonl'), recordingOf(session(1)))
  writeFileSync(at('yesterday.jsonl'), recordingOf(session(2)))
  writeFileSync(at('today.jsonl'), recordingOf(session(3)))
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const lines = [...readme.matchAll(/^npx djust-devtools (\S.*?)(?:\s+#.*)?$/gm)].map(([, line = '']) =>
    line.trim(),
  )
  expect(lines.length).toBeGreaterThanOrEqual(4)
  for (const line of lines) expect(await runs(`${DJUST} ${line}`)).toMatchObject({ code: 0 })
  expect(readFileSync(at('typing.html'), 'utf8')).toContain('search_tags')
})

test('its types stand by themselves', async () => {
  const tsc = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'],
      'typing.spec.ts',
    ],
    { cwd: project.folder, encoding: 'utf8' },
  )
  expect(tsc.stdout).toBe('')
})

describe.each(['chromium', 'firefox'] as const)('%s', (browser) => {
  const env = () => ({ BASE_URL: demo.url, BROWSER: browser, EXECUTABLE: binaryOf(browser) })
  const plays = (more: Record<string, string> = {}) =>
    runs('@playwright/test/cli.js test --reporter=line', { ...env(), ...more })

  test('the page that is written well holds the contract', async () => {
    expect(await plays()).toMatchObject({ code: 0, out: expect.stringContaining('1 passed') })
  })

  test('a server function replaced by an event handler fails with the sentence, and leaves recording and page', async () => {
    const { code, out } = await plays({ MISHAP: '1' })
    expect(code).toBe(1)
    expect(out).toContain(
      'submitting form: only must be call check_title, but dispatch check_title (submitting form) was asked',
    )
    const left = readdirSync(at('test-results'), { recursive: true }).map(String)
    const [recording = ''] = left.filter((name) => name.includes('djust-recording'))
    expect(left.some((name) => name.includes('djust-report'))).toBe(true)
    const check = `check test-results/${recording} --contract contract.yaml`
    expect(await runs(`${DJUST} ${check}`)).toMatchObject({
      code: 1,
      out: expect.stringContaining('only must be call check_title'),
    })
  })

  test('what record writes of the demo holds the contract of the demo, and breaks it with the mishap on', async () => {
    const record = (path: string, steps: string, file: string) =>
      runs(
        `${DJUST} record ${demo.url}${path} --steps ${steps} --output ${file} --browser ${browser} --executable ${binaryOf(browser)}`,
      )
    const mishap = '/mishaps/handler-never-renders'
    expect(await record('/tutorial', 'tutorial.json', 'tutorial.jsonl')).toMatchObject(WRITTEN)
    expect(await record(`${mishap}/twin`, 'title.json', 'good.jsonl')).toMatchObject(WRITTEN)
    expect(await record(mishap, 'title.json', 'bad.jsonl')).toMatchObject(WRITTEN)
    const held = await runs(`${DJUST} check tutorial.jsonl good.jsonl --contract contract.yaml`)
    expect(held).toMatchObject({ code: 0 })
    expect(held.out).not.toContain('No row speaks of')
    expect(await runs(`${DJUST} check bad.jsonl --contract contract.yaml`)).toMatchObject({ code: 1 })
    expect(await runs(`${DJUST} compare good.jsonl bad.jsonl`)).toMatchObject({
      code: 1,
      out: expect.stringContaining('made a call of the server function check_title; now it makes a dispatch'),
    })
  })
})
