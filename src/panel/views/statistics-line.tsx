/** The cells of one line of the statistics: figures, or how few there are to say anything. */
import { formatBytes, formatCount, formatMany, formatMs } from '../../core/numbers.ts'
import { type Figures, rerenderRateOf } from '../../core/statistics/figures.ts'
import type { Spread } from '../../core/statistics/spread.ts'
import { Histogram } from './histogram.tsx'
import { isEnough } from './statistics-columns.ts'

/** Everything behind name and view. */
export function FigureCells({ figures }: { figures: Figures }) {
  const { n, errors, pending, time, sent, received, patches } = figures
  const waiting = pending === 0 ? '' : `${formatCount(pending)} without an answer yet`
  return (
    <>
      <td class="number" title={waiting}>
        {formatCount(n)}
      </td>
      <td class={`number ${errors > 0 ? 'errors' : 'quiet'}`}>{formatCount(errors)}</td>
      <td class="number">{rateWords(figures)}</td>
      <Times time={time} />
      <td class="number" title={`${formatBytes(sent)} sent, ${formatBytes(received)} received`}>
        {formatBytes(sent + received)}
      </td>
      <td class="number">{patches === 0 ? '' : formatCount(patches)}</td>
    </>
  )
}

function Times({ time }: { time: Spread | undefined }) {
  if (!time)
    return (
      <td class="quiet" colSpan={5}>
        no time observed
      </td>
    )
  return (
    <>
      {isEnough(time.n) ? (
        [time.p50, time.p75, time.p95].map((ms, place) => (
          <td key={place} class="number" title={`Of ${formatMany(time.n, 'time', 'times')}`}>
            {formatMs(ms)}
          </td>
        ))
      ) : (
        <td class="quiet few" colSpan={3}>
          {formatCount(time.n)} timed, too few to say
        </td>
      )}
      <td class="number">{formatMs(time.max)}</td>
      <td>
        <Histogram spread={time} />
      </td>
    </>
  )
}

/** `3 of 4` and, of enough, the share: what is pending or unknown counts in neither. */
function rateWords(figures: Figures): string {
  const { rerenders, decided } = figures
  if (decided === 0) return '–'
  const counts = `${formatCount(rerenders)} of ${formatCount(decided)}`
  return isEnough(decided) ? `${counts} · ${Math.round((rerenderRateOf(figures) ?? 0) * 100)} %` : counts
}
