/** A log as HAR 1.2, with WebSocket messages as Chrome's Network panel writes and reads them. */
import { documentsOf, type Log } from '../log.ts'
import { RECORDING_VERSION } from '../recording-header.ts'
import type { Exporter } from './exporter.ts'
import { connectionChunks, countConnectionChunks } from './har-connection.ts'
import { entriesOf, type HarEntry } from './har-entries.ts'
import { requestEntry } from './har-request.ts'
import { type RowOf, rowFinder } from './har-verdict.ts'
import { isoTime } from './iso-time.ts'

export const har: Exporter = {
  id: 'har',
  title: 'HAR',
  extension: 'har',
  mime: 'application/json',
  countChunks: (log, shown) =>
    entriesOf(log, shown).reduce((count, entry) => count + countEntryChunks(entry), 2),
  *write(log, shown) {
    const rowOf = rowFinder(log)
    yield `{"log":${JSON.stringify(headOf(log)).slice(0, -1)},"entries":[`
    let separator = ''
    for (const entry of entriesOf(log, shown)) {
      for (const chunk of entryChunks(entry, rowOf)) {
        yield separator + chunk
        separator = ''
      }
      separator = ',\n'
    }
    yield ']}}\n'
    return undefined
  },
}

function countEntryChunks(entry: HarEntry): number {
  return entry.type === 'request' ? 1 : countConnectionChunks(entry)
}

function* entryChunks(entry: HarEntry, rowOf: RowOf): Generator<string, undefined> {
  if (entry.type === 'request') yield JSON.stringify(requestEntry(entry, rowOf))
  else yield* connectionChunks(entry, rowOf)
  return undefined
}

/** The version is that of our facts, the one that decides what the file can tell. */
function headOf(log: Log): object {
  return {
    version: '1.2',
    creator: { name: 'djust-devtools', version: String(RECORDING_VERSION) },
    pages: documentsOf(log).map(({ doc, url, origin }) => ({
      id: doc,
      title: url,
      startedDateTime: isoTime(origin),
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    })),
  }
}
