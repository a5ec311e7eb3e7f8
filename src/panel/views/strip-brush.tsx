/** The overview: all rows on one line of time, and a brush that narrows the log to a stretch of it. */
import '../css/strip.css'
import { useEffect, useRef } from 'preact/hooks'
import { formatMs } from '../../core/numbers.ts'
import { originsOf } from '../../core/wall-time.ts'
import type { Store } from '../store/store.ts'
import type { Stretch } from '../store/stretch.ts'
import { brushForKey, type Grip } from './brush-keys.ts'
import { STRIP_HEIGHT } from './strip-lanes.ts'
import { useBrushDrag } from './use-brush-drag.ts'
import { useDrawnLanes } from './use-drawn-lanes.ts'
import { useNowAndThen } from './use-now-and-then.ts'
import { useWidth } from './use-width.ts'

const LEGEND = `Calls above, dispatches below, pushes between; each mark at the foot is a re-render, red came after a newer answer.
Thin lines that cross lead from a question to its answer, where a newer one overtook it.
Drag to see only a stretch of time; double click for all of it.`

/** ms between two drawings. */
const PAUSE = 250

export function StripBrush({ store: { rows, log, filter, recordings } }: { store: Store }) {
  const strip = useRef<HTMLFieldSetElement>(null)
  const width = useWidth(strip) || 1
  const shown = useNowAndThen(rows.passing.value, PAUSE)
  const { whole, drawings, crossings } = useDrawnLanes(shown, () => originsOf(log.peek()), width)
  const brush = filter.stretch.value
  const opened = recordings.opened.value
  // Nothing may narrow the log that is not to be seen, and a stretch of one log says nothing of another.
  useEffect(
    () => () => {
      filter.stretch.value = undefined
    },
    [filter, opened],
  )
  const set = (stretch: Stretch | undefined) => {
    filter.stretch.value = stretch
  }
  const drag = useBrushDrag(strip, whole, brush, set)

  function hearKey(event: KeyboardEvent, grip: Grip): void {
    const next = brushForKey(event.key, event.shiftKey, grip, whole, brush)
    if (!next) return
    event.preventDefault()
    set(next === 'none' ? undefined : next)
  }
  const { from, to } = brush ?? whole
  const percent = (time: number) =>
    `${Math.max(0, Math.min(100, ((time - whole.from) / (whole.to - whole.from)) * 100))}%`
  const slider = (grip: Grip, now: number, label: string) => (
    <span
      class={`grip ${grip}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(whole.to - whole.from)}
      aria-valuenow={Math.round(Math.max(0, Math.min(whole.to, now) - whole.from))}
      aria-valuetext={formatMs(Math.max(0, now - whole.from))}
      onPointerDown={(event) => drag(event, grip)}
      onKeyDown={(event) => hearKey(event, grip)}
    />
  )

  return (
    <fieldset
      ref={strip}
      aria-label="Overview"
      title={LEGEND}
      style={{ '--from': percent(from), '--to': percent(to) }}
      onPointerDown={(event) => drag(event, undefined)}
      onDblClick={() => set(undefined)}
    >
      <svg viewBox={`0 0 ${Math.floor(width)} ${STRIP_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {drawings.map(({ of, tone, path }) => (
          <path key={`${of} ${tone} ${path.length}`} class={`${of} ${tone}`} d={path} />
        ))}
        {crossings && <path class="crossings" d={crossings} />}
      </svg>
      {slider('from', from, 'From')}
      {brush && slider('both', from, 'Stretch of time')}
      {slider('to', to, 'To')}
    </fieldset>
  )
}
