/** What every command needs of memory for a recording of 64 MB against one of 16 MB: their peaks, in processes of their own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { longRecording } from '../cli/long-recording.ts'

const entry = join(import.meta.dirname, '../../src/cli/djust-devtools.ts')
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write(' peak '+process.resourceUsage().maxRSS))`
const folder = mkdtempSync(join(tmpdir(), 'djust-peak-'))
const at = (name: string) => join(folder, name)

const MB = 1024 * 1024
const FILES = { 'small.jsonl': 16 * MB, 'large.jsonl': 64 * MB }

beforeAll(() => {
  const times = [...longRecording(1)].reduce((sum, piece) => sum + piece.length, 0)
  for (const [name, size] of Object.entries(FILES)) {
    const file = openSync(at(name), 'w')
    for (const piece of longRecording(Math.round(size / times))) writeSync(file, piece)
    closeSync(file)
    expect(Math.abs(statSync(at(name)).size / size - 1)).toBeLessThan(0.1)
  }
  writeFileSync(
    at('c.yaml'),
    'version: 1\nclauses:\n  - { trigger: "typing in #tag-input", only: call search_tags }\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Garbage is collected before more memory is taken: else V8 takes what the machine has, and the peak says nothing of what is needed. */
const HEAP = ['--max-old-space-size=80', '--max-semi-space-size=2']

/** kB that the process had at most; it must have read the recording to its end. */
async function peakOf(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...HEAP, '--import', TELL_PEAK, entry, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  const [, said, peak] = /^([\s\S]*) peak (\d+)$/.exec(err) ?? []
  expect([code, said]).toEqual([0, ''])
  return Number(peak)
}

test.each([
  ['check', (file: string) => ['check', file, '--contract', at('c.yaml')]],
  ['compare', (file: string) => ['compare', file, file]],
  ['report', (file: string) => ['report', file, '--output', at('report.html')]],
  ['export', (file: string) => ['export', file, '--otlp', '--output', at('otlp')]],
] as const)('%s needs hardly more for four times as much', { timeout: 300_000 }, async (_, args) => {
  const [small, large] = [await peakOf(args(at('small.jsonl'))), await peakOf(args(at('large.jsonl')))]
  console.log(`${small} kB for 16 MB, ${large} kB for 64 MB: ×${(large / small).toFixed(2)}`)
  expect(large / small).toBeLessThan(1.5)
})
