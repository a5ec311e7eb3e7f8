/** Keeps baselines in the browser (IndexedDB), and says in sentences what went wrong there. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Baseline, type Shelf, ShelfError } from './store/baselines.ts'

const NAME = 'djust-devtools'
/** Grows with what is kept; `upgrade` brings every older version up to it. What is in a recording has a version of its own. */
const VERSION = 1

interface Kept extends DBSchema {
  /** Beside the recordings, so that a list of them reads none. */
  baselines: { key: number; value: Omit<Baseline, 'id'> }
  recordings: { key: number; value: Blob }
}

const BOTH = ['baselines', 'recordings'] as const

/** Nothing is held open between two requests: another panel may bring the database up to a newer version, and it may be deleted under us. */
export const baselineShelf: Shelf = {
  list: () =>
    inDatabase(async (database) => {
      const reading = database.transaction('baselines')
      const [ids, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()])
      return values.map((value, place) => ({ ...value, id: ids[place] ?? 0 })).reverse()
    }),
  add: (baseline, recording) =>
    inDatabase(async (database) => {
      const writing = database.transaction(BOTH, 'readwrite')
      const [, ids] = await Promise.all([
        writing.done,
        writing
          .objectStore('baselines')
          .getAllKeys()
          .then(async (known) => {
            const id = (known.at(-1) ?? 0) + 1
            await Promise.all([
              writing.objectStore('baselines').add(baseline, id),
              writing.objectStore('recordings').add(recording, id),
            ])
            return id
          }),
      ])
      return ids
    }),
  read: (id) => inDatabase(async (database) => found(await database.get('recordings', id))),
  rename: (id, name) =>
    inDatabase(async (database) => {
      const baseline = found(await database.get('baselines', id))
      await database.put('baselines', { ...baseline, name }, id)
    }),
  remove: (id) =>
    inDatabase(async (database) => {
      const writing = database.transaction(BOTH, 'readwrite')
      await Promise.all([writing.done, ...BOTH.map((name) => writing.objectStore(name).delete(id))])
    }),
}

async function inDatabase<T>(work: (database: IDBPDatabase<Kept>) => Promise<T>): Promise<T> {
  let database: IDBPDatabase<Kept> | undefined
  try {
    database = await openDB<Kept>(NAME, VERSION, { upgrade })
    return await work(database)
  } catch (error) {
    throw error instanceof ShelfError ? error : new ShelfError(sentenceOf(error as Error))
  } finally {
    database?.close()
  }
}

function upgrade(database: IDBPDatabase<Kept>, from: number): void {
  if (from < 1) for (const name of BOTH) database.createObjectStore(name)
}

function found<T>(value: T | undefined): T {
  if (value === undefined)
    throw new ShelfError(
      'This baseline is no longer there: it was deleted elsewhere, or the browser has cleared what it kept.',
    )
  return value
}

function sentenceOf({ name, message }: Error): string {
  switch (name) {
    case 'QuotaExceededError':
      return 'The browser has no room left, so nothing was saved. Delete a baseline, or save the recording as a file.'
    case 'VersionError':
      return 'The baselines were saved by a newer version of this panel, and only that reads them. Nothing of them was changed.'
    default:
      return `The browser does not let this panel keep baselines: ${message.replace(/\.$/, '')}. Save the recording as a file instead.`
  }
}
