/** One row of the log, as the contract for tests describes it. */
import type { ReadonlySignal } from '@preact/signals'
import { Component } from 'preact'
import type { Column } from '../../core/columns/column.ts'
import type { Exchange } from '../../core/exchange.ts'
import { hasFailed } from '../../core/failed.ts'
import type { Log } from '../../core/log.ts'
import { CELLS, type CellProps } from './cells.ts'
import type { DrawnColumn } from './fit-columns.ts'
import type { Timeline } from './timeline.ts'

/** The `aria-rowindex` of the first row; the header has the one before. */
export const FIRST_ROW = 2

export interface LogRowProps {
  row: Exchange
  /** All rows, whatever the filter. */
  log: ReadonlySignal<Log>
  columns: readonly DrawnColumn[]
  /** Among the visible rows, from 0. */
  index: number
  /** Distance from the top of the rows, px. */
  top: number
  isSelected: boolean
  /** It is kept to compare the selected one with. */
  isKept: boolean
  /** Whether Tab leads here. */
  isStop: boolean
  /** Came just now. */
  isFresh: boolean
  /** That of all rows on screen: it changes as they are scrolled, and the row does not. */
  timeline: ReadonlySignal<Timeline>
}

/** Drawn again when something of it changed, and not with every row that is scrolled in beside it. */
export class LogRow extends Component<LogRowProps> {
  override shouldComponentUpdate(next: LogRowProps): boolean {
    const { props } = this
    return (Object.keys(next) as (keyof LogRowProps)[]).some((name) => next[name] !== props[name])
  }

  override render({ row, log, columns, index, top, isSelected, isKept, isStop, ...props }: LogRowProps) {
    const marks = [
      index % 2 && 'odd',
      hasFailed(row) && 'failed',
      isKept && !isSelected && 'kept',
      props.isFresh && 'fresh',
    ]
    return (
      <div
        role="row"
        class={['row', row.kind, ...marks].filter(Boolean).join(' ')}
        style={{ top: `${top}px` }}
        data-id={row.id}
        data-kind={row.kind}
        data-name={row.name}
        data-status={row.status}
        data-render={row.verdict.render}
        data-patches={row.patches}
        data-transport={row.transport}
        aria-rowindex={index + FIRST_ROW}
        aria-selected={isSelected || isKept}
        tabIndex={isStop ? 0 : -1}
      >
        {columns.map(({ column }) => (
          <Cell
            key={column.id}
            column={column}
            row={row}
            log={log}
            timeline={props.timeline}
            isAlone={columns.length === 1}
            compared={isKept ? (isSelected ? 'to compare with' : 'compared with') : undefined}
          />
        ))}
      </div>
    )
  }
}

interface OneCellProps extends CellProps, Pick<LogRowProps, 'log'> {
  column: Column
}

function Cell({ column, log, ...props }: OneCellProps) {
  const { View, title } = CELLS.get(column.id) ?? {}
  // What comes later changes only what is open.
  const text = View && title ? '' : column.textOf(props.row, column.isOpen ? log.value : log.peek())
  return (
    <span
      role="gridcell"
      class={`${column.id} ${column.align === 'end' ? 'number' : ''}`}
      title={title ? title(props.row) : text}
    >
      {View ? <View {...props} /> : <bdi>{text}</bdi>}
    </span>
  )
}
