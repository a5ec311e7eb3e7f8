/** What a cell shows beyond the text of its column: a view where text is not enough, and a tooltip where a row has more to say. */
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { Exchange } from '../../core/exchange.ts'
import { kindSentence } from '../../core/kinds.ts'
import { durationOf, startOf } from '../../core/moments.ts'
import { formatMs } from '../../core/numbers.ts'
import { verdictTitle } from '../../core/verdict-words.ts'
import { endWord } from './end-word.ts'
import { NameCell } from './name-cell.tsx'
import type { Timeline } from './timeline.ts'
import { Verdict } from './verdict.tsx'
import { WaterfallCell } from './waterfall-cell.tsx'

export interface CellProps {
  row: Exchange
  timeline: ReadonlySignal<Timeline>
  /** No other column is drawn. */
  isAlone: boolean
  /** In words, what it is to the row it is compared with; undefined where it is compared with none. */
  compared: string | undefined
}

interface Cell {
  View?: ComponentType<CellProps>
  title?(row: Exchange): string
}

/** By the id of the column. */
export const CELLS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ['kind', { title: kindSentence }],
  ['name', { View: NameCell, title: nameTitle }],
  ['status', { title: statusTitle }],
  ['re-render', { View: Verdict, title: verdictTitle }],
  ['time', { title: (row) => (durationOf(row) === undefined ? '' : endWord(row)) }],
  ['waterfall', { View: WaterfallCell, title: () => '' }],
])

function nameTitle(row: Exchange): string {
  return `${row.name}\n${kindSentence(row)}, ${formatMs(startOf(row))} after its document began`
}

function statusTitle({ statusText, failure }: Exchange): string {
  return failure ? `${statusText}\n${failure.message}` : statusText
}
