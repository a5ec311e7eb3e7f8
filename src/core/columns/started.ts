/** When it began. */
import { startOf } from '../moments.ts'
import { formatMs } from '../numbers.ts'
import { wallTimeOf } from '../wall-time.ts'
import type { Column } from './column.ts'

export const startedColumn: Column = {
  id: 'started',
  title: 'Started',
  says: 'How long after the beginning of its document it began; sorts by the clock on the wall.',
  align: 'end',
  width: { normal: 74, least: 48 },
  valueOf: wallTimeOf,
  textOf: (row) => formatMs(startOf(row)),
}
