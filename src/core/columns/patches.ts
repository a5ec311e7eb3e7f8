/** How many patches the answers carried. */
import { formatCount } from '../numbers.ts'
import type { Column } from './column.ts'

export const patchesColumn: Column = {
  id: 'patches',
  title: 'Patches',
  says: 'Patches in the answers, counted on the wire.',
  align: 'end',
  width: { normal: 66, least: 60 },
  valueOf: ({ patches, answers, verdict }) =>
    patches > 0 || (answers.length > 0 && verdict.render !== 'unknown') ? patches : undefined,
  textOf: ({ patches }) => (patches > 0 ? formatCount(patches) : ''),
}
