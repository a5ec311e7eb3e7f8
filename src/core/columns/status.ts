/** How it ended. */
import type { Column } from './column.ts'

export const statusColumn: Column = {
  id: 'status',
  title: 'Status',
  says: 'The status over HTTP, or how it ended.',
  align: 'start',
  width: { normal: 84, least: 48 },
  valueOf: ({ statusText }) => (/^\d+$/.test(statusText) ? Number(statusText) : statusText),
  textOf: ({ statusText }) => statusText,
}
