/** The database's shape, one step at a time; `user_version` says how many steps it has taken. */

import type { DatabaseSync } from 'node:sqlite'

/** `folded` is the name in lower case, folded by us: SQLite folds only ASCII. */
const STEPS = [
  `CREATE TABLE tags (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
     folded TEXT NOT NULL,
     usage_count INTEGER NOT NULL DEFAULT 0 CHECK (usage_count >= 0)
   ) STRICT;
   CREATE INDEX tags_by_prefix ON tags (folded, usage_count DESC, name);
   CREATE TABLE issues (
     id INTEGER PRIMARY KEY,
     title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
     folded TEXT NOT NULL,
     description TEXT NOT NULL
   ) STRICT;
   CREATE INDEX issues_by_title ON issues (folded);
   CREATE TABLE issue_tags (
     issue_id INTEGER NOT NULL REFERENCES issues ON DELETE CASCADE,
     tag_id INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
     PRIMARY KEY (issue_id, tag_id)
   ) STRICT, WITHOUT ROWID;`,
]

/** Takes the steps still missing. Writes even when none is, so that a read-only database is found out at once. */
export function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get()
  const taken = Number(row?.['user_version'] ?? 0)
  if (taken > STEPS.length)
    throw new Error(`its version is ${taken}, and this program knows only ${STEPS.length}`)
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of STEPS.slice(taken)) db.exec(step)
    db.exec(`PRAGMA user_version = ${STEPS.length}`)
    db.exec('COMMIT')
  } catch (problem) {
    db.exec('ROLLBACK')
    throw problem
  }
}
