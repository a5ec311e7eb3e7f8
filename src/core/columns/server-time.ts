/** How long the server says it took. */
import { formatPreciseMs } from '../numbers.ts'
import type { Column } from './column.ts'

export const serverTimeColumn: Column = {
  id: 'server-time',
  title: 'Server time',
  says: 'What the server says it spent of the wait; empty where it says nothing.',
  align: 'end',
  width: { normal: 90, least: 48 },
  valueOf: ({ times }) => times.server,
  textOf: ({ times: { server } }) => (server === undefined ? '' : formatPreciseMs(server)),
}
