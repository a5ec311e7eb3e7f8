/** The bars of the waterfall, which a view draws. */
import { wallTimeOf } from '../wall-time.ts'
import type { Column } from './column.ts'

/** The columns of time and start say the same in words. */
export const waterfallColumn: Column = {
  id: 'waterfall',
  title: 'Waterfall',
  says: 'When it happened and how long it took, beside the rows on screen; sorts by start.',
  align: 'start',
  width: { normal: 160, least: 80 },
  valueOf: wallTimeOf,
  textOf: () => '',
}
