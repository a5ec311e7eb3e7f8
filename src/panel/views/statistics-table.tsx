/** The table of the statistics: a line for each kind, name and view, sorted by any column, and their sum. */
import { useState } from 'preact/hooks'
import { KINDS } from '../../core/kinds.ts'
import type { Figures } from '../../core/statistics/figures.ts'
import type { TargetFigures } from '../../core/statistics/statistics.ts'
import { type LineOrder, STATISTICS_COLUMNS, type StatisticsColumn, sortLines } from './statistics-columns.ts'
import { FigureCells } from './statistics-line.tsx'

export interface StatisticsTableProps {
  lines: readonly TargetFigures[]
  all: Figures
  onChoose: (line: TargetFigures) => void
}

/** By keyboard too, where nothing in it takes the focus. */
const SCROLLABLE = { tabIndex: 0 } as const

export function StatisticsTable({ lines, all, onChoose }: StatisticsTableProps) {
  const [order, setOrder] = useState<LineOrder>({ by: 'n', isDescending: true })
  const sort = ({ id, isNumber }: StatisticsColumn) =>
    setOrder({ by: id, isDescending: order.by === id ? !order.isDescending : isNumber })
  return (
    <div class="sheet" role="region" aria-label="Figures by name" {...SCROLLABLE}>
      <table>
        <thead>
          <tr>
            {STATISTICS_COLUMNS.map((column) => (
              <HeaderCell key={column.id} column={column} order={order} onSort={() => sort(column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortLines(lines, order).map((line) => (
            <tr
              key={`${line.kind} ${line.view.length} ${line.view}${line.name}`}
              onClick={() => onChoose(line)}
            >
              <th scope="row" class={line.kind}>
                <span class="glyph" aria-hidden="true">
                  {KINDS[line.kind].glyph}
                </span>
                <button type="button" class="name" title="Show these in the log">
                  <span class="unseen">{KINDS[line.kind].one} </span>
                  <bdi>{line.name || '(no name)'}</bdi>
                </button>
              </th>
              <td class="view">
                <bdi>{line.view}</bdi>
              </td>
              <FigureCells figures={line.figures} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              All of them
            </th>
            <FigureCells figures={all} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface HeaderCellProps {
  column: StatisticsColumn
  order: LineOrder
  onSort: () => void
}

function HeaderCell({ column: { id, title, says, isNumber }, order, onSort }: HeaderCellProps) {
  const isSorted = order.by === id
  const way = order.isDescending ? 'descending' : 'ascending'
  return (
    <th scope="col" class={isNumber ? 'number' : ''} aria-sort={isSorted ? way : 'none'}>
      <button type="button" title={says} onClick={onSort}>
        {title}
        <span aria-hidden="true">{isSorted ? (order.isDescending ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>
  )
}
