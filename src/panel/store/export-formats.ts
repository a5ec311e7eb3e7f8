/** The files that a log can be kept as, and what a person should know of each before handing it on. */
import { countPlaceholders, type PlaceholderCounts } from '../../core/copy/secrets.ts'
import type { Exchange } from '../../core/exchange.ts'
import { EXPORTERS } from '../../core/export/exporters.ts'
import { htmlChunks } from '../../core/export/html.ts'
import type { Log } from '../../core/log.ts'
import { partOf } from '../../core/part-of.ts'
import { countRecordingLines, recordingLines } from '../../core/recording.ts'
import type { Store } from './store.ts'

export interface ExportFormat {
  id: string
  title: string
  extension: string
  mime: string
  /** What is in such a file, in a sentence. */
  holds: string
  /** What of the rows that are left out is in it all the same. */
  leavesOut: string
  /** What is in it as it was, because nobody could know that it is secret. */
  asItWas: string
  write(order: ExportOrder): Promise<Written>
}

export interface ExportOrder extends Pick<Store, 'recordings' | 'template'> {
  log: Log
  /** Undefined for all that the log holds. */
  shown: readonly Exchange[] | undefined
  /** Grows as the chunks are taken: the placeholders that stand in what the log gave. */
  placeholders: PlaceholderCounts
}

export interface Written {
  /** How many chunks there will be. */
  count: number
  chunks: Iterable<string>
}

const PAYLOADS =
  'the addresses of pages and sockets, the names of views, events and functions, and everything in payloads that no rule knows as secret: what people typed, ids, e-mail addresses'
const FACTS =
  'Rows that are not shown stay hidden: their times, names and sizes are in the file, because verdicts rest on them; their payloads are not.'

function* counted(chunks: Iterable<string>, counts: PlaceholderCounts): Generator<string> {
  for (const chunk of chunks) {
    countPlaceholders(chunk, counts)
    yield chunk
  }
}

const lines = ({ log, shown, recordings, placeholders }: ExportOrder): Written => ({
  count: countRecordingLines(log),
  chunks: counted(recordingLines(log, recordings.about, shown && partOf(log, shown)), placeholders),
})

const SAID: Record<string, Pick<ExportFormat, 'holds' | 'leavesOut' | 'asItWas'>> = {
  har: {
    holds:
      'Requests with their answers, and sockets with their messages. The Network panel of Chrome and other tools open it.',
    leavesOut: 'Of rows that are not shown nothing is in the file.',
    asItWas: PAYLOADS,
  },
  csv: {
    holds:
      'A line for each row, with its times in ms and its sizes in bytes, for a spreadsheet. No payloads.',
    leavesOut: 'Of rows that are not shown nothing is in the file.',
    asItWas:
      'the addresses of pages, the names of views, events and functions, the elements that asked, and the words of errors',
  },
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'recording',
    title: 'Recording',
    extension: 'jsonl',
    mime: 'application/jsonl',
    holds: 'All that the page reported. This panel opens it again, and so does every later version.',
    leavesOut: FACTS,
    asItWas: PAYLOADS,
    write: async (order) => lines(order),
  },
  {
    id: 'html',
    title: 'HTML page',
    extension: 'html',
    mime: 'text/html',
    holds:
      'One page that shows the log as it stands here, read-only, in any browser: without the extension and without a network. This panel opens it, too.',
    leavesOut: FACTS,
    asItWas: PAYLOADS,
    async write(order) {
      const { count, chunks } = lines(order)
      return { count: count + 2, chunks: htmlChunks(await order.template(), chunks) }
    },
  },
  ...EXPORTERS.map(({ id, title, extension, mime, countChunks, write }): ExportFormat => {
    const said = SAID[id]
    if (!said) throw new Error(`nothing is said of ${id}`)
    return {
      ...{ id, title, extension, mime, ...said },
      write: async ({ log, shown, placeholders }) => ({
        count: countChunks(log, shown),
        chunks: counted(write(log, shown), placeholders),
      }),
    }
  }),
]
