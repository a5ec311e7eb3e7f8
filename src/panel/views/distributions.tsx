/** How a number is spread before and now, on one scale: before above the line, now below it; and the figures beside it. */
import type { NumberFinding, Side } from '../../core/compare/finding.ts'
import { MEASURES } from '../../core/compare/measures.ts'
import type { Exchange } from '../../core/exchange.ts'
import { formatBytes, formatPreciseMs } from '../../core/numbers.ts'
import { percentileOf } from '../../core/percentile.ts'
import type { Result } from '../store/comparing.ts'

/** px. */
const [WIDTH, HEIGHT, BINS] = [320, 30, 32]

export function Distributions({ finding, result }: { finding: NumberFinding; result: Result }) {
  const { unit, before, after } = finding
  const spreads = [valuesOf(finding, result.before.rows, 0), valuesOf(finding, result.after.rows, 1)] as const
  const scale = scaleOf(spreads)
  const words = `Before ${sideWords(before, unit)}; now ${sideWords(after, unit)}.`
  return (
    <div class="distributions">
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${WIDTH} ${2 * HEIGHT + 14}`}
        width={WIDTH}
        height={2 * HEIGHT + 14}
      >
        <title>{words}</title>
        {spreads.map((values, place) => (
          <Bars key={place} values={values} scale={scale} isAbove={place === 0} />
        ))}
        <path d={`M0 ${HEIGHT}H${WIDTH}`} stroke="currentColor" opacity="0.5" />
        {[before, after].map(({ median }, place) => (
          <Median key={place} side={median} scale={scale} isAbove={place === 0} />
        ))}
        <text x="0" y={2 * HEIGHT + 12}>
          {amountWords(scale.low, unit)}
        </text>
        <text x={WIDTH} y={2 * HEIGHT + 12} text-anchor="end">
          {amountWords(scale.high, unit)}
          {scale.isCut ? ' or more' : ''}
        </text>
      </svg>
      <table>
        <thead>
          <tr>
            <th scope="col">{finding.kind}</th>
            <th scope="col">rows</th>
            <th scope="col">median (99 % interval)</th>
            <th scope="col">p95</th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['before', before],
              ['now', after],
            ] as const
          ).map(([word, { n, median, p95 }]) => (
            <tr key={word} class={word}>
              <th scope="row">{word}</th>
              <td>{n}</td>
              <td>
                {amountWords(median.value, unit)} ({amountWords(median.low, unit)} to{' '}
                {amountWords(median.high, unit)})
              </td>
              <td>{amountWords(p95, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface Scale {
  low: number
  high: number
  /** The last bin holds what lies beyond, too. */
  isCut: boolean
}

interface BarsProps {
  values: readonly number[]
  scale: Scale
  isAbove: boolean
}

function Bars({ values, scale, isAbove }: BarsProps) {
  const bins = new Array<number>(BINS).fill(0)
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor((placeOf(value, scale) / WIDTH) * BINS))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  // Each side by its own highest: the shapes are compared, not how many rows there are.
  const most = Math.max(...bins)
  return (
    <g class={isAbove ? 'before' : 'now'}>
      {bins.map((count, bin) => {
        const height = count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 4))
        return (
          <rect
            key={bin}
            x={(bin * WIDTH) / BINS}
            y={isAbove ? HEIGHT - height : HEIGHT}
            width={WIDTH / BINS - 1}
            height={height}
          />
        )
      })}
    </g>
  )
}

/** A line for the median, and a bar as wide as its interval. */
function Median({ side, scale, isAbove }: { side: Side['median']; scale: Scale; isAbove: boolean }) {
  const [from, at, to] = [side.low, side.value, side.high].map((value) => placeOf(value, scale)) as [
    number,
    number,
    number,
  ]
  const [top, edge] = isAbove ? [0, 2] : [HEIGHT, 2 * HEIGHT - 2]
  return (
    <path
      class="median"
      d={`M${at} ${top}v${HEIGHT}M${from} ${edge}H${to}`}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
    />
  )
}

function valuesOf({ kind, rows }: NumberFinding, all: readonly Exchange[], side: 0 | 1): number[] {
  const measure = MEASURES.find(({ name }) => name === kind)
  const wanted = new Set(rows[side])
  return all.flatMap((row) => (wanted.has(row.id) ? (measure?.of(row) ?? []) : [])).sort((a, b) => a - b)
}

/** Few that lie far out must not press all others together. */
function scaleOf([before, after]: readonly [readonly number[], readonly number[]]): Scale {
  const both = [...before, ...after].sort((a, b) => a - b)
  const [low, last] = [both[0] ?? 0, both.at(-1) ?? 1]
  const usual = 2 * Math.max(percentileOf(before, 95), percentileOf(after, 95)) - low
  const high = Math.min(last, usual > low ? usual : last)
  return { low, high, isCut: high < last }
}

function placeOf(value: number, { low, high }: Scale): number {
  return high === low ? WIDTH / 2 : Math.min(1, Math.max(0, (value - low) / (high - low))) * WIDTH
}

function sideWords({ n, median, p95 }: Side, unit: NumberFinding['unit']): string {
  return `median ${amountWords(median.value, unit)}, 95 in 100 at most ${amountWords(p95, unit)}, of ${n} rows`
}

function amountWords(value: number, unit: NumberFinding['unit']): string {
  if (unit === 'ms') return formatPreciseMs(value)
  return unit === 'bytes' ? formatBytes(Math.round(value)) : String(Number(value.toPrecision(3)))
}
