/** How long it took. */
import { durationOf } from '../moments.ts'
import { formatMs } from '../numbers.ts'
import type { Column } from './column.ts'

export const timeColumn: Column = {
  id: 'time',
  title: 'Time',
  says: 'From the asking to the last thing that was seen of the first answer.',
  align: 'end',
  width: { normal: 66, least: 62 },
  valueOf: durationOf,
  textOf: (row) => {
    const duration = durationOf(row)
    return duration === undefined ? '' : formatMs(duration)
  },
}
