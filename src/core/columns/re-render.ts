/** What the page did because of it. */
import type { Exchange, Render } from '../exchange.ts'
import { marksOf, verdictWords } from '../verdict-words.ts'
import type { Column } from './column.ts'

/** What is not decided has no place among what is. */
const WEIGHT: Record<Render, number | undefined> = {
  none: 0,
  dropped: 1,
  empty: 2,
  direct: 3,
  local: 4,
  patched: 5,
  replaced: 6,
  pending: undefined,
  unknown: undefined,
}

export const reRenderColumn: Column = {
  id: 're-render',
  title: 'Re-render',
  says: 'What the page did because of it; sorts by how much that is.',
  align: 'start',
  width: { normal: 210, least: 100 },
  valueOf: ({ verdict }) => WEIGHT[verdict.render],
  textOf: (row) => {
    const { shape, text } = verdictWords(row)
    return [shape, text || 'pending', ...marksOf(row).map(({ word }) => word), unknownOf(row)]
      .filter(Boolean)
      .join(' ')
  },
}

function unknownOf({ unknown, verdict }: Exchange): string {
  if (!unknown) return ''
  return `${verdict.render === 'unknown' ? '' : 'unknown '}${unknown.join(', ')}`
}
