/** An entry over one transport: what is driven once, and what it shall say there. */
import { ENTRIES, type Entry, type ExpectedRow, type OtherTelling } from './entries.ts'

export const TRANSPORTS = ['ws', 'sse'] as const

export type PageTransport = (typeof TRANSPORTS)[number]

export interface Run extends Omit<Entry, 'sse'> {
  transport: PageTransport
}

/** Undefined when the entry cannot exist over that transport; the entry says why. */
export function runOf(entry: Entry, transport: PageTransport): Run | undefined {
  const { sse = {}, ...ws } = entry
  if (transport === 'ws') return { ...ws, transport }
  const { impossible, ...otherwise } = sse
  if (impossible !== undefined) return undefined
  return {
    ...ws,
    page: `${ws.page}?transport=sse`,
    rows: overSse(ws.rows),
    // Other tellings are of the rows they stand beside: rows of their own take none from the socket.
    or: otherwise.rows ? [] : (ws.or ?? []).map(otherOverSse),
    ...otherwise,
    transport,
  }
}

/** What a run is called in lists: an entry may behave otherwise over the other transport. */
export const labelOf = ({ name, transport }: Run) => `${name} over ${transport}`

export const RUNS: Run[] = ENTRIES.flatMap((entry) =>
  TRANSPORTS.flatMap((transport) => runOf(entry, transport) ?? []),
)

function overSse(rows: readonly ExpectedRow[]): ExpectedRow[] {
  return rows.map((row) => (row.transport === 'ws' ? { ...row, transport: 'sse' } : row))
}

function otherOverSse(other: OtherTelling): OtherTelling {
  return other.rows ? { ...other, rows: overSse(other.rows) } : other
}
