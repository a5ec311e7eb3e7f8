/** `npm start` as a person meets it: what it says when it cannot do what was asked. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'djust-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs until it ends, or until it says where it serves; then ends it. */
function start(env: Record<string, string>): Promise<{ said: string; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/start.ts'], {
      cwd: root,
      env: { ...process.env, PORT: '0', DJUST_DEMO_DATA: join(folder, 'data'), ...env },
      // What hangs is ended, and has no exit code then.
      timeout: 60_000,
      killSignal: 'SIGKILL',
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

test('HOST opens it to the network, and it says what that means; nothing else does', async () => {
  const { said, code } = await start({ HOST: '0.0.0.0' })
  expect(said).toMatch(/WARNING: HOST opens this demo to your network\./)
  expect(said).toMatch(/no passwords, and nothing is encrypted/)
  expect(code).toBe(0)
  expect((await start({ HOST: '127.0.0.1' })).said).not.toContain('WARNING')
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

test.each(['abc', '-1', '70000', '0x1130', '4400.5', ' '])(
  'PORT=%s is refused with an example',
  async (port) => {
    const { said, code } = await start({ PORT: port })
    expect(code).toBe(1)
    expect(said).toContain(`PORT=${port} is no port`)
  },
)

describe('a folder that cannot hold the database is named, with the reason and the way to another one', () => {
  const fresh = () => mkdtempSync(join(folder, 'data-'))
  const held = new Set<DatabaseSync>()
  afterAll(() => {
    for (const db of held) db.close()
  })

  test.each<[string, (data: string) => string | undefined, string]>([
    ['nothing can be made there', () => '/proc/djust/data', 'cannot keep its data in /proc/djust/data: '],
    ['a file has its name', (data) => file(data, 'f'), 'f is not a folder'],
    ['a file is above it', (data) => join(file(data, 'f'), 'data'), 'f is not a folder'],
    ['its database is none', (data) => void file(data, 'demo.sqlite'), 'it is not an SQLite database'],
    ['its database is a folder', (data) => void mkdirSync(join(data, 'demo.sqlite')), 'it cannot be opened'],
    ['its database is a device', (data) => void device(data, 'demo.sqlite'), 'demo.sqlite cannot be used'],
    ['its key has no end', (data) => void device(data, 'secret.key'), 'secret.key is not a file'],
    [
      'its database is locked',
      (data) => {
        const db = new DatabaseSync(join(data, 'demo.sqlite'))
        held.add(db)
        db.exec('CREATE TABLE t (x); BEGIN EXCLUSIVE')
      },
      'another program has locked it',
    ],
  ])('%s', async (_why, spoil, reason) => {
    const data = fresh()
    const { said, code } = await start({ DJUST_DEMO_DATA: spoil(data) ?? data })
    expect(said).toContain(reason)
    expect(said).toContain('DJUST_DEMO_DATA=/some/folder npm start')
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
  })
})

function file(data: string, name: string): string {
  writeFileSync(join(data, name), 'Dear diary, '.repeat(99))
  return join(data, name)
}

function device(data: string, name: string): void {
  symlinkSync('/dev/zero', join(data, name))
}
