/** What was called, dispatched or pushed. */
import type { Column } from './column.ts'

export const nameColumn: Column = {
  id: 'name',
  title: 'Name',
  says: 'The function, the event or the push.',
  align: 'start',
  width: { normal: 200, least: 110 },
  valueOf: ({ name }) => name || undefined,
  textOf: ({ name }) => name,
}
