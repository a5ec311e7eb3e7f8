/** How durations are spread, as small bars, and in words for whoever does not see them. */
import { formatCount, formatMs } from '../../core/numbers.ts'
import { EDGES, type Spread } from '../../core/statistics/spread.ts'

/** px of one bar with its gap, and of the highest. */
const BAR = 6
const HEIGHT = 14

export function Histogram({ spread: { bins } }: { spread: Spread }) {
  const most = Math.max(...bins)
  const words = histogramWords(bins)
  return (
    <svg
      class="histogram"
      role="img"
      aria-label={words}
      width={bins.length * BAR}
      height={HEIGHT + 2}
      viewBox={`0 0 ${bins.length * BAR} ${HEIGHT + 2}`}
    >
      <title>{words}</title>
      <path d={`M0 ${HEIGHT + 1.5}H${bins.length * BAR}`} stroke="currentColor" opacity="0.4" />
      {bins.map((count, place) => {
        // What is there at all is seen.
        const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT)
        return <rect key={place} x={place * BAR} y={HEIGHT + 1 - height} width={BAR - 1} height={height} />
      })}
    </svg>
  )
}

/** `3 under 1 ms, 10 from 2 to 5 ms, 1 over 10.00 s`; bins that hold nothing are not said. */
export function histogramWords(bins: readonly number[]): string {
  return bins
    .map((count, place) => (count === 0 ? '' : `${formatCount(count)} ${binWords(place)}`))
    .filter((words) => words !== '')
    .join(', ')
}

function binWords(place: number): string {
  const [from, to] = [EDGES[place - 1], EDGES[place]]
  if (from === undefined) return `under ${formatMs(to ?? 0)}`
  return to === undefined ? `${formatMs(from)} or more` : `from ${formatMs(from)} to ${formatMs(to)}`
}
