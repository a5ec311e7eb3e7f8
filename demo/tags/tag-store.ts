/** Tags and issues in a SQLite file: search by prefix, create an issue, start over. */

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ANOTHER_FOLDER, DemoError } from '../demo-error.ts'
import { migrate } from './migrations.ts'
import { seedIssues, seedTags } from './seed.ts'

export interface Tag {
  id: number
  name: string
}

export interface Issue {
  id: number
  title: string
  description: string
  tags: Tag[]
}

/** Sorts after every character that a name can begin its rest with. */
const LAST = '\u{10ffff}'

export const SEARCH = `SELECT id, name FROM tags WHERE folded >= ? AND folded < ?
  ORDER BY usage_count DESC, name LIMIT ?`

export const SAME_TITLE = 'SELECT id FROM issues WHERE folded = ? LIMIT 1'

export class TagStore {
  readonly db: DatabaseSync
  /** Which issues it begins with; without one it begins with none. */
  #seed: number | undefined
  /** Counts what may change a search: whoever remembers one forgets it when this has moved. */
  #changes = 0

  /**
   * Opens `demo.sqlite` in the folder, making it when it is missing.
   * @param folder an absolute path: SQLite reads some others as addresses; null keeps everything in memory
   * @throws DemoError saying which folder and how to choose another
   */
  constructor(folder: string | null) {
    const file = folder === null ? ':memory:' : join(folder, 'demo.sqlite')
    try {
      this.db = new DatabaseSync(file, { timeout: 2000 })
      this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
      migrate(this.db)
      if (this.count('tags') === 0) this.reset()
    } catch (problem) {
      throw new DemoError(
        `The database ${file} cannot be used: ${whyUnusable(problem)}. ${ANOTHER_FOLDER}`,
        problem,
      )
    }
  }

  /** Names that begin with `prefix` in any case, most used first. `limit` is held between 1 and 50. */
  search(prefix: string, limit: number): Tag[] {
    const folded = prefix.trim().toLowerCase()
    if (!folded) return []
    const most = Math.min(50, Math.max(1, Math.trunc(limit)))
    return this.db
      .prepare(SEARCH)
      .all(folded, folded + LAST, most)
      .map(toTag)
  }

  get changes(): number {
    return this.#changes
  }

  /** The most used first. */
  mostUsed(limit: number): Tag[] {
    return this.db
      .prepare('SELECT id, name FROM tags ORDER BY usage_count DESC, name LIMIT ?')
      .all(limit)
      .map(toTag)
  }

  tag(id: number): Tag | null {
    const row = this.db.prepare('SELECT id, name FROM tags WHERE id = ?').get(id)
    return row ? toTag(row) : null
  }

  usageOf(id: number): number {
    return Number(this.db.prepare('SELECT usage_count FROM tags WHERE id = ?').get(id)?.['usage_count'] ?? 0)
  }

  /** The id of an issue with this title in any case, or null. */
  issueTitled(title: string): number | null {
    const row = this.db.prepare(SAME_TITLE).get(title.trim().toLowerCase())
    return row ? Number(row['id']) : null
  }

  /** Stores the issue with its tags and counts one more use of each, all or nothing. */
  createIssue(title: string, description: string, tagIds: readonly number[]): number {
    return this.#transaction(() => {
      const { lastInsertRowid } = this.db
        .prepare('INSERT INTO issues (title, folded, description) VALUES (?, ?, ?)')
        .run(title, title.toLowerCase(), description)
      const link = this.db.prepare('INSERT INTO issue_tags (issue_id, tag_id) VALUES (?, ?)')
      const use = this.db.prepare('UPDATE tags SET usage_count = usage_count + 1 WHERE id = ?')
      for (const id of new Set(tagIds)) {
        link.run(lastInsertRowid, id)
        use.run(id)
      }
      return Number(lastInsertRowid)
    })
  }

  issue(id: number): Issue | null {
    const row = this.db.prepare('SELECT id, title, description FROM issues WHERE id = ?').get(id)
    if (!row) return null
    const tags = this.db
      .prepare('SELECT id, name FROM tags JOIN issue_tags ON tag_id = id WHERE issue_id = ? ORDER BY name')
      .all(id)
    return { id, title: String(row['title']), description: String(row['description']), tags: tags.map(toTag) }
  }

  /** The oldest first. */
  issues(limit: number): Pick<Issue, 'id' | 'title'>[] {
    const rows = this.db.prepare('SELECT id, title FROM issues ORDER BY id LIMIT ?').all(limit)
    return rows.map(({ id, title }) => ({ id: Number(id), title: String(title) }))
  }

  count(table: 'tags' | 'issues'): number {
    return Number(this.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])
  }

  /** Back to the seed, or to another one: its issues and no more, and every tag as used as it was. */
  reset(seed: number | undefined = this.#seed): void {
    this.#seed = seed
    this.#transaction(() => {
      this.db.exec('DELETE FROM issue_tags; DELETE FROM issues; DELETE FROM tags')
      const insert = this.db.prepare('INSERT INTO tags (name, folded, usage_count) VALUES (?, ?, ?)')
      for (const { name, usageCount } of seedTags()) insert.run(name, name.toLowerCase(), usageCount)
      const open = this.db.prepare("INSERT INTO issues (title, folded, description) VALUES (?, ?, '')")
      for (const title of seed === undefined ? [] : seedIssues(seed)) open.run(title, title.toLowerCase())
    })
  }

  close(): void {
    this.db.close()
  }

  #transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.db.exec('COMMIT')
      this.#changes += 1
      return result
    } catch (problem) {
      this.db.exec('ROLLBACK')
      throw problem
    }
  }
}

/** By SQLite's primary result codes. */
const REASONS: Readonly<Record<number, string>> = {
  5: 'another program has locked it',
  6: 'another program has locked it',
  8: 'it may only be read',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  26: 'it is not an SQLite database',
}

function whyUnusable(problem: unknown): string {
  const code = problem instanceof Error && 'errcode' in problem ? Number(problem.errcode) & 0xff : 0
  return REASONS[code] ?? (problem instanceof Error ? problem.message : String(problem))
}

function toTag(row: Record<string, unknown>): Tag {
  return { id: Number(row['id']), name: String(row['name']) }
}
