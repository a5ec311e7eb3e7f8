/** The frame of the page. */
import type { Column } from './column.ts'

export const frameColumn: Column = {
  id: 'frame',
  title: 'Frame',
  says: 'The frame of the page that it belongs to.',
  align: 'end',
  width: { normal: 60, least: 40 },
  valueOf: ({ frame }) => frame,
  textOf: ({ frame }) => (frame === 0 ? 'top' : String(frame)),
}
