/** Bytes up. */
import { formatBytes } from '../numbers.ts'
import type { Column } from './column.ts'

export const sentColumn: Column = {
  id: 'sent',
  title: 'Sent',
  says: 'Bytes on the wire, from the page to the server.',
  align: 'end',
  width: { normal: 68, least: 48 },
  valueOf: ({ sent }) => sent,
  textOf: ({ sent }) => formatBytes(sent),
}
