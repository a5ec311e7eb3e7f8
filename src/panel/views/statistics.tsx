/** The statistics of what is shown: figures by name, and what happened when. */
import '../css/statistics.css'
import { useState } from 'preact/hooks'
import { formatMany } from '../../core/numbers.ts'
import { narrow } from '../../core/query/narrow.ts'
import { createRowIndex } from '../../core/statistics/row-index.ts'
import { createStatistics, type TargetFigures } from '../../core/statistics/statistics.ts'
import type { Store } from '../store/store.ts'
import { OverTime } from './over-time.tsx'
import { StatisticsTable } from './statistics-table.tsx'

const all = () => 'all'

export function Statistics({ store }: { store: Store }) {
  const { rows, filter, view } = store
  const [[statistics, total]] = useState(() => [createStatistics(), createRowIndex<string>()] as const)
  const shown = rows.visible.value
  const figures = total(shown, all).get('all')
  const lines = statistics(shown)
  if (!figures) return <p class="nothing">There is nothing to count: the log shows no rows.</p>

  function show(line: TargetFigures): void {
    filter.text.value = narrow(filter.text.value, line)
    view.value = 'log'
  }

  const hidden = rows.present.value.length - shown.length
  const others = hidden === 0 ? '' : ` ${formatMany(hidden, 'other is', 'others are')} hidden by the filter.`
  return (
    <div class="statistics">
      <p>
        {formatMany(figures.n, 'exchange', 'exchanges')} by kind, name and view, as the log shows them.
        {others} A click on a line shows its rows there. Distributions go from under 1 ms to over 10 s, each
        bar about twice as far as the one before.
      </p>
      <StatisticsTable lines={lines} all={figures} onChoose={show} />
      <h2>Over time</h2>
      <OverTime store={store} rows={shown} />
    </div>
  )
}
