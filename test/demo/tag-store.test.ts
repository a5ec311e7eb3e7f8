/** The database: what a search finds and how, and what an issue stores. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rememberSearches } from '../../demo/tags/search-cache.ts'
import { seedTags } from '../../demo/tags/seed.ts'
import { SAME_TITLE, SEARCH, TagStore } from '../../demo/tags/tag-store.ts'

let folder: string
let store: TagStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'djust-store-'))
  mkdirSync(join(folder, 'data'))
  store = new TagStore(join(folder, 'data'))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const names = (prefix: string, limit = 8) => store.search(prefix, limit).map(({ name }) => name)
const add = (name: string, usage = 0) =>
  store.db
    .prepare('INSERT INTO tags (name, folded, usage_count) VALUES (?, ?, ?)')
    .run(name, name.toLowerCase(), usage)
const idOf = (name: string) => store.search(name, 1)[0]?.id ?? 0

describe('the seed', () => {
  test('is at least 2,000 tags, the same every time, no name twice', () => {
    const tags = seedTags()
    expect(tags.length).toBeGreaterThanOrEqual(2000)
    expect(seedTags()).toEqual(tags)
    expect(new Set(tags.map(({ name }) => name.toLowerCase())).size).toBe(tags.length)
    expect(store.count('tags')).toBe(tags.length)
  })

  test('holds the tags of the tutorial', () => {
    const known = seedTags().map(({ name }) => name)
    expect(known).toEqual(
      expect.arrayContaining(['regression', 'regex', 'registration', 'safari', 'auth', 'bug']),
    )
  })
})

test('a remembered search follows what was used since, and a reset', () => {
  const search = rememberSearches(store)
  const [first] = search('zi', 8)
  const last = search('zi', 8).at(-1)
  for (let n = 0; n < 130; n += 1) store.createIssue(`Use ${n}`, '', [last?.id ?? 0])
  expect(search('zi', 8)[0]).toEqual(last)
  store.reset()
  expect(search('zi', 8)[0]?.name).toBe(first?.name)
})

describe('a search', () => {
  test('finds by prefix in any case, most used first and then by name', () => {
    add('Zebra', 5)
    add('zeal', 9)
    add('zest', 5)
    add('aze', 99)
    expect(names('ZE')).toEqual(['zeal', 'Zebra', 'zest'])
    expect(names(' reg ', 3)).toEqual(['regression', 'regex', 'registration'])
  })

  test('finds letters beyond ASCII in any case', () => {
    add('Über', 1)
    expect(names('üB')).toEqual(['Über'])
  })

  test('takes wildcards for the characters they are', () => {
    add('50%_done', 1)
    expect(names('%')).toEqual([])
    expect(names('_')).toEqual([])
    expect(names('50%_')).toEqual(['50%_done'])
    expect(names("'; DROP TABLE tags; --")).toEqual([])
    expect(store.count('tags')).toBeGreaterThan(2000)
  })

  test('gives between 1 and 50, whatever is asked', () => {
    expect([-5, 0, 1, 8, 50, 51, 1e9].map((limit) => names('a', limit).length)).toEqual([
      1, 1, 1, 8, 50, 50, 50,
    ])
  })

  test('for nothing finds nothing', () => {
    expect([names(''), names('   ')]).toEqual([[], []])
  })

  test('walks an index and never the table; only what matched is sorted', () => {
    const plan = (sql: string, ...values: (string | number)[]) =>
      store.db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map((row) => String(row['detail']))
    const [search, ...rest] = plan(SEARCH, 'reg', 'reh', 8)
    expect(search).toBe('SEARCH tags USING COVERING INDEX tags_by_prefix (folded>? AND folded<?)')
    expect(rest).toEqual(['USE TEMP B-TREE FOR ORDER BY'])
    expect(plan(SAME_TITLE, 'x')).toEqual(['SEARCH issues USING COVERING INDEX issues_by_title (folded=?)'])
  })
})

describe('an issue', () => {
  test('is stored with its tags, each counted once more', () => {
    const [bug, auth] = [idOf('bug'), idOf('auth')]
    const before = [store.usageOf(bug), store.usageOf(auth)]
    const id = store.createIssue('Login', 'It fails', [bug, auth, bug])
    expect(store.issue(id)).toEqual({
      id,
      title: 'Login',
      description: 'It fails',
      tags: [
        { id: auth, name: 'auth' },
        { id: bug, name: 'bug' },
      ],
    })
    expect([store.usageOf(bug), store.usageOf(auth)]).toEqual(before.map((count) => count + 1))
    expect(store.issueTitled(' LOGIN ')).toBe(id)
    expect(store.issueTitled('Log')).toBeNull()
  })

  test('with a tag that is gone is not stored at all', () => {
    const bug = idOf('bug')
    const before = store.usageOf(bug)
    expect(() => store.createIssue('Login', '', [bug, 999_999])).toThrow(/FOREIGN KEY/)
    expect([store.count('issues'), store.usageOf(bug)]).toEqual([0, before])
  })

  test('is gone after a reset, and usage is back where it was', () => {
    const before = store.usageOf(idOf('bug'))
    store.createIssue('Login', '', [idOf('bug')])
    store.reset()
    expect([store.count('issues'), store.usageOf(idOf('bug'))]).toEqual([0, before])
  })

  test('is still there when the database is opened again', () => {
    const id = store.createIssue('Login', '', [idOf('bug')])
    store.close()
    store = new TagStore(join(folder, 'data'))
    expect(store.issue(id)).toMatchObject({ title: 'Login', tags: [{ name: 'bug' }] })
  })
})
