/** The folder that keeps the database: made when it is missing, and named when it will not do. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeDataFolder } from '../../demo/data-folder.ts'
import { DemoError } from '../../demo/demo-error.ts'
import { TagStore } from '../../demo/tags/tag-store.ts'

let folder: string
let store: TagStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'djust-folder-'))
  store = new TagStore(makeDataFolder(join(folder, 'data')))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

test('a folder and all above it are made on demand, and one that is there is taken', () => {
  const deep = join(folder, 'made/on/demand')
  expect([makeDataFolder(deep), makeDataFolder(deep)]).toEqual([deep, deep])
  expect(existsSync(deep)).toBe(true)
})

describe('a folder that will not do', () => {
  const refusal = (path: string) => {
    try {
      new TagStore(makeDataFolder(path)).close()
    } catch (problem) {
      if (problem instanceof DemoError) return problem.message
      throw problem
    }
    return null
  }

  test('because it cannot be made is named, with the way to choose another', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const message = refusal(join(file, 'data'))
    expect(message).toContain(join(file, 'data'))
    expect(message).toContain('DJUST_DEMO_DATA=')
  })

  test('because it is read-only is named, with the way to choose another', () => {
    const locked = mkdtempSync(join(folder, 'locked-'))
    chmodSync(folder, 0o755)
    chmodSync(locked, 0o555)
    const message = asNobody(() => refusal(locked))
    expect(message).toContain(locked)
    expect(message).toContain('DJUST_DEMO_DATA=')
    expect(existsSync(join(locked, 'demo.sqlite'))).toBe(false)
  })

  test('because its database may only be read is named too', () => {
    store.close()
    const data = join(folder, 'data')
    chmodSync(folder, 0o755)
    for (const path of ['', 'demo.sqlite']) chmodSync(join(data, path), path ? 0o444 : 0o555)
    expect(asNobody(() => refusal(data))).toMatch(/(cannot be used|cannot keep).*DJUST_DEMO_DATA=/)
    chmodSync(data, 0o755)
    chmodSync(join(data, 'demo.sqlite'), 0o644)
    store = new TagStore(data)
  })

  test('because what is there is no database is named and left as it is', () => {
    const diary = 'a diary, not a database '.repeat(50)
    writeFileSync(join(folder, 'demo.sqlite'), diary)
    expect(refusal(folder)).toMatch(/demo\.sqlite cannot be used: it is not an SQLite database\. .*DATA=/)
    expect(readFileSync(join(folder, 'demo.sqlite'), 'utf8')).toBe(diary)
  })

  test('because another program holds its database is named, and left as it is', () => {
    store.db.exec('BEGIN EXCLUSIVE')
    expect(refusal(join(folder, 'data'))).toMatch(/another program has locked it\. .*DATA=/)
    store.db.exec('ROLLBACK')
    expect(store.count('tags')).toBeGreaterThan(2000)
  })

  test('because its database is another program’s is named, and nothing is added to it', () => {
    const theirs = new DatabaseSync(join(folder, 'demo.sqlite'))
    theirs.exec('CREATE TABLE songs (name TEXT); PRAGMA user_version = 7')
    expect(refusal(folder)).toMatch(/its version is 7, and this program knows only 1\. .*DATA=/)
    expect(theirs.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()).toHaveLength(1)
    theirs.close()
  })

  test('because its name cannot be one is named, and shown as text', () => {
    expect(refusal('/tmp/a\0b')).toMatch(/in \/tmp\/a␀b: no path may hold a NUL character\. .*DATA=/)
    expect(refusal(join(folder, 'x'.repeat(300)))).toMatch(/its name is too long\. .*DATA=/)
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'))
    expect(refusal(join(folder, 'dangling'))).toMatch(/a link that leads nowhere has its name\. .*DATA=/)
    symlinkSync(join(folder, 'round'), join(folder, 'round'))
    expect(refusal(join(folder, 'round'))).toMatch(/its links lead round in a circle\. .*DATA=/)
  })

  test('a name that SQLite would read as an address is still a folder’s name', () => {
    const before = process.cwd()
    process.chdir(folder)
    try {
      expect(refusal('file:odd')).toBe(null)
      expect(existsSync(join(folder, 'file:odd/demo.sqlite'))).toBe(true)
    } finally {
      process.chdir(before)
    }
  })
})

/** File modes do not bind root, so root steps down for the moment. */
function asNobody<T>(work: () => T): T {
  if (process.getuid?.() !== 0 || !process.seteuid) return work()
  process.seteuid(65534)
  try {
    return work()
  } finally {
    process.seteuid(0)
  }
}
