/** The live view or API slug. */
import type { Column } from './column.ts'

export const viewColumn: Column = {
  id: 'view',
  title: 'View',
  says: 'The live view that was asked, or the slug of the API.',
  align: 'start',
  width: { normal: 130, least: 60 },
  valueOf: ({ view }) => view || undefined,
  textOf: ({ view }) => view,
}
