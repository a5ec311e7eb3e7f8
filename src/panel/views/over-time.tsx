/** What happened when: a chart, the same in a sentence, and as a table for whoever does not see it. */
import { useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import type { Log } from '../../core/log.ts'
import { formatCount, formatMany, formatMs } from '../../core/numbers.ts'
import { bucketWidthOf } from '../../core/statistics/bucket-width.ts'
import { createOverTime } from '../../core/statistics/over-time.ts'
import { wallTimeOf } from '../../core/wall-time.ts'
import type { Store } from '../store/store.ts'
import { lazy } from './lazy.tsx'
import { formatSeconds, type Point, pointsOf } from './series.ts'

const Chart = lazy(async () => (await import('./chart.tsx')).Chart)

export function OverTime({ store, rows }: { store: Store; rows: readonly Exchange[] }) {
  const [overTime] = useState(createOverTime)
  const log = store.log.value
  const { width, points } = useMemo(() => {
    const width = bucketWidthOf(spanOf(rows, log))
    return { width, points: pointsOf(overTime(rows, width, log), width) }
  }, [rows, log, overTime])
  const [first] = points
  if (!first || points.length < 2)
    return <p class="quiet">All of it began within {formatMs(width)}: too short to draw.</p>
  return (
    <>
      <p>{sentenceOf(points, width)} Point at the chart to read it.</p>
      <Chart points={points} theme={store.theme.value} />
      <details>
        <summary>The same as a table</summary>
        <PointTable points={points} begin={first.start} />
      </details>
    </>
  )
}

function spanOf(rows: readonly Exchange[], log: Log): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of rows) {
    const at = wallTimeOf(row, log)
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  return Number.isFinite(last - first) ? last - first : 0
}

function sentenceOf(points: readonly Point[], width: number): string {
  const [first] = points
  const busiest = points.reduce((most, point) => (point.exchanges > most.exchanges ? point : most))
  const after =
    first === busiest ? 'at the beginning' : `after ${formatSeconds(busiest.start - (first?.start ?? 0))}`
  return `Over ${formatSeconds(points.length * width)}, in stretches of ${formatSeconds(width)}: at most ${formatMany(busiest.exchanges, 'exchange', 'exchanges')} in one, ${after}.`
}

function PointTable({ points, begin }: { points: readonly Point[]; begin: number }) {
  return (
    <table class="points">
      <thead>
        <tr>
          {['After', 'Exchanges', 'Re-renders', 'Errors', 'Longest'].map((title) => (
            <th key={title} scope="col" class="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points
          .filter(({ exchanges }) => exchanges > 0)
          .map(({ start, exchanges, rerenders, errors, longest }) => (
            <tr key={start}>
              <th scope="row" class="number">
                {formatSeconds(start - begin)}
              </th>
              <td class="number">{formatCount(exchanges)}</td>
              <td class="number">{formatCount(rerenders)}</td>
              <td class="number">{formatCount(errors)}</td>
              <td class="number">{longest === null ? '–' : formatMs(longest)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
