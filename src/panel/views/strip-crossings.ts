/** What crosses in the overview: from where a question stands to where its answer reached the page, the late one and the one that overtook it. */
import type { Exchange } from '../../core/exchange.ts'
import { startOf } from '../../core/moments.ts'
import { type Crossing, reachedAt } from '../../core/races/crossings.ts'
import type { Stretch } from '../store/stretch.ts'

/** The lanes of their kinds, px from the top. */
const LANES = { call: [2, 13], dispatch: [20, 31] } as const
/** More would only be red. */
const MOST = 300

/** For the `d` of a path that is stroked; `width` in px. The newest where there are many. */
export function drawCrossings(
  crossings: readonly Crossing[],
  origins: ReadonlyMap<string, number>,
  { from, to }: Stretch,
  width: number,
): string {
  const line = (row: Exchange, kind: keyof typeof LANES) => {
    const reached = reachedAt(row)
    if (reached === undefined) return ''
    const x = (at: number) => Math.round((((origins.get(row.doc) ?? 0) + at - from) / (to - from)) * width)
    const [top, bottom] = LANES[kind]
    const [start, end] = [x(startOf(row)), x(reached)]
    return Number.isFinite(start + end) ? `M${start} ${top}L${end} ${bottom}` : ''
  }
  return crossings
    .slice(-MOST)
    .map(({ older, newer }) => {
      const kind = older.kind === 'call' ? 'call' : 'dispatch'
      return line(older, kind) + line(newer, kind)
    })
    .join('')
}
