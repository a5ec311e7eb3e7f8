/** A recording of 40 times the size takes no more memory: both are checked by a process that could not hold the larger. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { desk } from './command-line.ts'
import { longRecording } from './long-recording.ts'

const entry = join(import.meta.dirname, '../../src/cli/djust-devtools.ts')
/** MB of objects that outlive a collection; the text of the larger recording alone has more than twice that. */
const HEAP = 64
const TELL_LEFT = `data:text/javascript,process.on('exit',()=>process.stderr.write(String(process.memoryUsage().heapUsed)))`

async function check(times: number, contract: string) {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP}`,
      '--import',
      TELL_LEFT,
      entry,
      'check',
      '-',
      '-c',
      contract,
      '-f',
      'json',
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  let [out, err, size] = ['', '', 0]
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const counted = (function* () {
    for (const piece of longRecording(times)) {
      size += piece.length
      yield piece
    }
  })()
  Readable.from(counted).pipe(child.stdin)
  child.stdin.on('error', () => {})
  const [code] = await once(child, 'close')
  return { code, out, err, size, left: Number(/\d+$/.exec(err)?.[0]) }
}

test('memory does not grow with the recording', { timeout: 300_000 }, async () => {
  const { at } = desk()
  writeFileSync(
    at('c.yaml'),
    'version: 1\nclauses:\n  - { trigger: "typing in #tag-input", only: call search_tags, count: at most 1 per 150 ms, p95: at most 5000 ms }\n  - { errors: none }\n',
  )
  const small = await check(1, at('c.yaml'))
  const large = await check(40, at('c.yaml'))
  for (const { code, err } of [small, large]) expect([code, err.replace(/\d+$/, '')]).toEqual([1, ''])
  const rows = (out: string) => JSON.parse(out).suites[0].rows
  expect(rows(large.out) / rows(small.out)).toBeCloseTo(40, 0)
  // Its text alone would not fit, and rows take several times that.
  expect(large.size).toBeGreaterThan(1.5 * HEAP * 1024 * 1024)
  expect(large.left).toBeLessThan(large.size / 4)
})
