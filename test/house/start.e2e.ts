/** `npm start` as a person meets it: what it says when it cannot do what was asked. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'djust-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs until it ends, or until it says where it serves; then ends it. */
function start(env: Record<string, string>): Promise<{ said: string; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/start.ts'], {
      cwd: root,
      env: { ...process.env, PORT: '0', DJUST_DEMO_DATA: join(folder, 'data'), ...env },
    })
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      if (said.includes('Stop it with')) child.kill('SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => resolve({ said, code }))
  })
}

test('says where the studio is, and ends when it is asked to', async () => {
  const { said, code } = await start({})
  expect(said).toMatch(/djust studio: http:\/\/127\.0\.0\.1:\d+/)
  expect(code).toBe(0)
})

test('a port in use is named, with the way to another one', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const { said, code } = await start({ PORT: String(port) })
  taken.close()
  expect(code).toBe(1)
  expect(said).toContain(String(port))
  expect(said).toContain('PORT=')
  expect(said).not.toContain('    at ')
})

test.each(['abc', '-1', '70000'])('PORT=%s is refused with an example', async (port) => {
  const { said, code } = await start({ PORT: port })
  expect(code).toBe(1)
  expect(said).toContain(`PORT=${port} is no port`)
})

test('a folder that cannot hold the database is named, with the way to another one', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const { said, code } = await start({ DJUST_DEMO_DATA: join(file, 'data') })
  expect(code).toBe(1)
  expect(said).toContain(file)
  expect(said).toContain('DJUST_DEMO_DATA')
  expect(said).not.toContain('    at ')
})
