/** The columns of the CSV, in their order: what the log shows of a row, with times in ms and sizes in bytes. */
import { capital } from '../capital.ts'
import type { DocumentInfo, Exchange } from '../exchange.ts'
import { type Log, rowsOf } from '../log.ts'
import { durationOf } from '../moments.ts'
import { nextRenderAfter } from '../next-render.ts'
import { phasesOf } from '../timing.ts'
import { wallTimeOf } from '../wall-time.ts'
import { isoTime } from './iso-time.ts'

interface Around {
  log: Log
  document: DocumentInfo
}

interface CsvColumn {
  title: string
  /** Undefined for what was not observed, which leaves the cell empty. */
  cell(row: Exchange, around: Around): string | number | undefined
}

export const CSV_COLUMNS: readonly CsvColumn[] = [
  { title: 'Started', cell: (row, { log }) => isoTime(wallTimeOf(row, log)) },
  { title: 'Kind', cell: (row) => row.kind },
  { title: 'Via', cell: (row) => row.via },
  { title: 'Name', cell: (row) => row.name },
  { title: 'View', cell: (row) => row.view },
  { title: 'Trigger', cell: (row) => row.trigger?.element },
  { title: 'Trigger event', cell: (row) => row.trigger?.event },
  { title: 'Status', cell: (row) => row.status },
  { title: 'Status text', cell: (row) => row.statusText },
  { title: 'Failure', cell: (row) => row.failure?.message },
  { title: 'Transport', cell: (row) => row.transport },
  { title: 'Re-render', cell: (row) => row.verdict.render },
  { title: 'Certainty', cell: (row) => row.verdict.certainty },
  { title: 'Flags', cell: (row) => row.verdict.flags.join(' ') },
  { title: 'Patches', cell: (row) => row.patches },
  { title: 'Nodes', cell: (row) => row.dom?.nodes },
  { title: 'Sent (bytes)', cell: (row) => row.sent },
  { title: 'Received (bytes)', cell: (row) => row.received },
  { title: 'Time (ms)', cell: durationOf },
  ...phasesOf({}).map(({ name }, place) => ({ title: `${capital(name)} (ms)`, cell: phase(place) })),
  { title: 'Server (ms)', cell: (row) => row.times.server },
  { title: 'Next re-render (ms)', cell: (row, { log }) => nextRenderAfter(rowsOf(log), row)?.delta },
  { title: 'Frame', cell: (row) => row.frame },
  { title: 'Page', cell: (_, { document }) => document.url },
  { title: 'Id', cell: (row) => row.id },
]

/** By its place in `phasesOf`. */
function phase(place: number) {
  return ({ times }: Exchange): number | undefined => {
    const span = phasesOf(times)[place]?.span
    return typeof span === 'object' ? span.duration : undefined
  }
}
