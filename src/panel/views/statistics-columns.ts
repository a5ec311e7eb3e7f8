/** The columns of the statistics: what each says, and what it sorts by. */
import { type Figures, rerenderRateOf } from '../../core/statistics/figures.ts'
import type { TargetFigures } from '../../core/statistics/statistics.ts'

export interface StatisticsColumn {
  id: string
  title: string
  /** For the tooltip of the header. */
  says: string
  isNumber: boolean
  /** Undefined where it is not known; such lines come last. */
  valueOf(line: TargetFigures): number | string | undefined
}

/** Fewer durations, or decided verdicts, say nothing of those that will follow. */
export const ENOUGH = 5

export function isEnough(count: number | undefined): boolean {
  return count !== undefined && count >= ENOUGH
}

const number = (
  id: string,
  title: string,
  says: string,
  figureOf: (figures: Figures) => number | undefined,
): StatisticsColumn => ({ id, title, says, isNumber: true, valueOf: ({ figures }) => figureOf(figures) })

const percentile = (id: 'p50' | 'p75' | 'p95', percent: number): StatisticsColumn =>
  number(
    id,
    id,
    `${percent} % took no longer: from the asking to the last thing seen of the first answer`,
    ({ time }) => (isEnough(time?.n) ? time?.[id] : undefined),
  )

export const STATISTICS_COLUMNS: readonly StatisticsColumn[] = [
  {
    id: 'name',
    title: 'Name',
    says: 'A click on a name filters the log by its line',
    isNumber: false,
    valueOf: ({ name }) => name,
  },
  {
    id: 'view',
    title: 'View',
    says: 'The live view or API slug',
    isNumber: false,
    valueOf: ({ view }) => view,
  },
  number('n', 'Count', 'How many exchanges', ({ n }) => n),
  number('errors', 'Errors', 'How many went wrong', ({ errors }) => errors),
  number('rate', 'Re-render', 'In how many of those that are decided the page re-rendered', rerenderRateOf),
  percentile('p50', 50),
  percentile('p75', 75),
  percentile('p95', 95),
  number('max', 'Max', 'The longest', ({ time }) => time?.max),
  {
    id: 'spread',
    title: 'Distribution',
    says: 'How the times are spread; sorts by how many were timed',
    isNumber: false,
    valueOf: ({ figures }) => figures.time?.n,
  },
  number('bytes', 'Bytes', 'Sent and received, on the wire', ({ sent, received }) => sent + received),
  number('patches', 'Patches', 'On the wire', ({ patches }) => patches),
]

export interface LineOrder {
  by: string
  isDescending: boolean
}

/** Equal lines keep the order they come in. */
export function sortLines(lines: readonly TargetFigures[], { by, isDescending }: LineOrder): TargetFigures[] {
  const column = STATISTICS_COLUMNS.find(({ id }) => id === by)
  if (!column) return [...lines]
  const way = isDescending ? -1 : 1
  return lines.toSorted((a, b) => {
    const [one, other] = [column.valueOf(a), column.valueOf(b)]
    if (one === other) return 0
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1
    return (one < other ? -1 : 1) * way
  })
}
