/** Both runs on one clock that begins with the first key: calls above, dispatches below, re-renders at the foot, as in the panel's overview. */
import { formatMs } from '../../core/numbers.ts'
import { drawLanes, STRIP_HEIGHT } from '../../panel/views/strip-lanes.ts'
import type { Run } from './ways-store.ts'

/** px of the drawing, which is stretched to the place there is. */
const WIDTH = 1000
const TICKS = [0, 0.25, 0.5, 0.75, 1]

export function Lanes({ run }: { run: Run }) {
  const sides = [run.function, run.handler]
  const origins = new Map(sides.flatMap(({ rows, played }) => rows.map(({ doc }) => [doc, -played.from])))
  const startOf = (row: Run['handler']['rows'][number]) => row.at + (origins.get(row.doc) ?? 0)
  const rows = sides.flatMap((side) => side.rows).sort((a, b) => startOf(a) - startOf(b))
  const lastKey = Math.max(...sides.flatMap(({ played }) => played.keys), 0)
  const { to } = drawLanes(rows, origins, WIDTH).whole
  const stretch = { from: 0, to: Math.max(to, lastKey) * 1.02 }
  const at = (ms: number) => (ms / stretch.to) * WIDTH
  return (
    <figure class="lanes">
      <figcaption>
        One clock, from the first key: <b class="call">calls</b> above, <b class="dispatch">events</b> below,
        re-renders at the foot; the marks on top are your keys.
      </figcaption>
      <svg viewBox={`0 -8 ${WIDTH} ${STRIP_HEIGHT + 8}`} preserveAspectRatio="none" aria-hidden="true">
        {run.handler.played.keys.map((key) => (
          <path key={key} class="key" d={`M${at(key)} -8h3v6h-3z`} />
        ))}
        {drawLanes(rows, origins, WIDTH, stretch).drawings.map(({ of, tone, path }) => (
          <path key={`${of} ${tone} ${path.length}`} class={`${of} ${tone}`} d={path} />
        ))}
      </svg>
      <div class="ticks" aria-hidden="true">
        {TICKS.map((part) => (
          <span key={part}>{formatMs(part * stretch.to)}</span>
        ))}
      </div>
    </figure>
  )
}
