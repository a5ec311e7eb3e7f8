/** Call, dispatch, push, navigation or system. */
import { KINDS } from '../kinds.ts'
import type { Column } from './column.ts'

export const kindColumn: Column = {
  id: 'kind',
  title: 'Kind',
  says: "A call of a function, a dispatch to a view, a push or navigation of the server, or the runtime's own traffic.",
  align: 'start',
  width: { normal: 96, least: 56 },
  valueOf: ({ kind }) => KINDS[kind].one,
  textOf: ({ kind }) => `${KINDS[kind].glyph} ${KINDS[kind].one}`,
}
