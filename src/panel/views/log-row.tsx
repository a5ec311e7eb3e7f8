/** One row of the log, as the contract for tests describes it. */
import type { Exchange } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import { KINDS, kindSentence } from '../../core/kinds.ts'
import { durationOf, startOf } from '../../core/moments.ts'
import { formatBytes, formatCount, formatMs } from '../../core/numbers.ts'
import { verdictTitle } from '../../core/verdict-words.ts'
import { endWord } from './end-word.ts'
import { barOf, type Timeline } from './timeline.ts'
import { Verdict } from './verdict.tsx'

/** The `aria-rowindex` of the first row; the header has the one before. */
export const FIRST_ROW = 2

export interface LogRowProps {
  row: Exchange
  /** Among the visible rows, from 0. */
  index: number
  /** Distance from the top of the rows, px. */
  top: number
  isSelected: boolean
  /** Whether Tab leads here. */
  isStop: boolean
  timeline: Timeline
}

export function LogRow({ row, index, top, isSelected, isStop, timeline }: LogRowProps) {
  const duration = durationOf(row)
  return (
    <div
      role="row"
      class={`row ${row.kind} ${index % 2 ? 'odd' : ''} ${hasFailed(row) ? 'failed' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      data-id={row.id}
      data-kind={row.kind}
      data-name={row.name}
      data-status={row.status}
      data-render={row.verdict.render}
      data-patches={row.patches}
      data-transport={row.transport}
      aria-rowindex={index + FIRST_ROW}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
    >
      <span role="gridcell" class="name" title={`${row.name}\n${kindSentence(row)}, ${sinceStart(row)}`}>
        <span class="glyph" aria-hidden="true">
          {KINDS[row.kind].glyph}
        </span>
        <span class="unseen">{KINDS[row.kind].one} </span>
        <bdi>{row.name}</bdi>
      </span>
      <span role="gridcell" class="view" title={row.view}>
        <bdi>{row.view}</bdi>
      </span>
      <span role="gridcell" class="status" title={statusTitle(row)}>
        <bdi>{row.statusText}</bdi>
      </span>
      <span role="gridcell" class="verdict" title={verdictTitle(row)}>
        <Verdict row={row} />
      </span>
      <span role="gridcell" class="patches number">
        {row.patches > 0 ? formatCount(row.patches) : ''}
      </span>
      <span
        role="gridcell"
        class="size number"
        title={`${formatBytes(row.sent)} sent, ${formatBytes(row.received)} received`}
      >
        {formatBytes(row.sent + row.received)}
      </span>
      <span role="gridcell" class="time number" title={duration === undefined ? '' : endWord(row)}>
        {duration === undefined ? '' : formatMs(duration)}
      </span>
      <span role="gridcell" class="waterfall">
        <Waterfall row={row} timeline={timeline} />
      </span>
    </div>
  )
}

function statusTitle({ statusText, failure }: Exchange): string {
  return failure ? `${statusText}\n${failure.message}` : statusText
}

function sinceStart(row: Exchange): string {
  return `${formatMs(startOf(row))} after its document began`
}

/** The time column says the same in numbers. */
function Waterfall({ row, timeline }: { row: Exchange; timeline: Timeline }) {
  const { left, waiting, page } = barOf(row, timeline)
  return (
    <span class="bars" aria-hidden="true">
      <i class="waiting" style={{ left: `min(${left}%, 100% - 2px)`, width: `${waiting}%` }} />
      {page > 0 && (
        <i class="page" style={{ left: `min(${left + waiting}%, 100% - 2px)`, width: `${page}%` }} />
      )}
    </span>
  )
}
