/** Makes the folder that keeps the database, or says in one sentence which folder, why not, and how to choose another. */

import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ANOTHER_FOLDER, DemoError, reasonOf } from './demo-error.ts'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'nothing can be made there',
  EEXIST: 'a link that leads nowhere has its name',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead round in a circle',
}

/**
 * The folder's absolute path; it and its parents exist afterwards.
 * @throws DemoError when it cannot be made or written to
 */
export function makeDataFolder(folder: string): string {
  const shown = folder.replaceAll('\0', '␀')
  if (shown !== folder) throw unusable(shown, 'no path may hold a NUL character')
  const path = resolve(folder)
  try {
    // One at a time: a recursive mkdir never ends where the system says that nothing exists, as below /proc.
    for (const missing of missingFolders(path)) mkdirSync(missing)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (problem) {
    const code = reasonOf(problem)
    throw unusable(path, REASONS[code] ?? code, problem)
  }
  return path
}

function unusable(folder: string, why: string, cause?: unknown): DemoError {
  return new DemoError(`The demo cannot keep its data in ${folder}: ${why}. ${ANOTHER_FOLDER}`, cause)
}

/** The path and its parents as far as they are missing, outermost first. */
function missingFolders(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return []
  if (found) throw new Error(`${path} is not a folder`)
  const parent = dirname(path)
  // A drive that is not there has no parent.
  return parent === path ? [path] : [...missingFolders(parent), path]
}
