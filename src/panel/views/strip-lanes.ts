/** What the overview draws: calls above, dispatches below, pushes between, re-renders at the foot; binned to pixels, so that 100,000 rows cost as much to draw as one screen of them. */
import type { Exchange } from '../../core/exchange.ts'
import { type Crossing, crossingAt } from '../../core/races/crossings.ts'
import { isRerender } from '../../core/rerender.ts'
import { type Stretch, spanOf } from '../store/stretch.ts'
import { drawCrossings } from './strip-crossings.ts'

/** In the order in which one hides another, last on top. */
const TONES = ['quiet', 'loud', 'crossed'] as const
export type Tone = (typeof TONES)[number]

interface Track {
  of: 'call' | 'push' | 'dispatch' | 'navigation' | 'render'
  /** px. */
  y: number
  height: number
}

/** What overlaps lies in tracks side by side, so that answers that cross are seen. */
const TRACKS: readonly Track[] = [
  { of: 'call', y: 2, height: 3 },
  { of: 'call', y: 6, height: 3 },
  { of: 'call', y: 10, height: 3 },
  { of: 'push', y: 14, height: 5 },
  { of: 'dispatch', y: 20, height: 3 },
  { of: 'dispatch', y: 24, height: 3 },
  { of: 'dispatch', y: 28, height: 3 },
  { of: 'render', y: 33, height: 4 },
  { of: 'navigation', y: 0, height: 38 },
]
export const STRIP_HEIGHT = 38

const TRACKS_OF = {
  call: [0, 1, 2],
  push: [3],
  dispatch: [4, 5, 6],
  navigation: [8],
  system: [],
} as const satisfies Record<Exchange['kind'], readonly number[]>
const RENDER = 7

/** All that is drawn in one colour. */
export interface Drawing {
  of: Track['of']
  tone: Tone
  /** For the `d` of a path, px. */
  path: string
}

export interface Lanes {
  /** From the first start to the last end; of what is under way nobody knows the end. */
  whole: Stretch
  drawings: Drawing[]
  /** For the `d` of a path that is stroked. */
  crossings: string
}

/** Rows between two steps. */
const STEP = 2_000

/** `rows` in time order; `width` in px. Draws the whole, or the stretch that is asked for. */
export function drawLanes(...what: Parameters<typeof drawInSteps>): Lanes {
  const steps = drawInSteps(...what)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** As `drawLanes`, pausing after some thousand rows: 100,000 take longer than a frame. */
export function* drawInSteps(
  rows: readonly Exchange[],
  origins: ReadonlyMap<string, number>,
  width: number,
  stretch?: Stretch,
): Generator<void, Lanes> {
  // Read once, for it is the reading of so many rows that takes its time. The end of what is under way is Infinity.
  const spans = { starts: new Float64Array(rows.length), ends: new Float64Array(rows.length) }
  for (let from = 0; from < rows.length; from += STEP) {
    for (let place = from; place < Math.min(from + STEP, rows.length); place++) {
      const { start, end } = spanOf(rows[place] as Exchange, origins)
      spans.starts[place] = start
      spans.ends[place] = end
    }
    yield
  }
  const whole = wholeOf(spans)
  const shown = stretch ?? whole
  const lanes = startLanes(origins, shown, width)
  const crossings: Crossing[] = []
  for (let from = 0; from < rows.length; from += STEP) {
    for (let place = from; place < Math.min(from + STEP, rows.length); place++)
      lanes.add(rows[place] as Exchange, spans.starts[place] ?? 0, spans.ends[place] ?? 0)
    yield
  }
  for (let from = 0; from < rows.length; from += STEP) {
    for (let place = from; place < Math.min(from + STEP, rows.length); place++) {
      const crossing = crossingAt(rows, place)
      if (crossing) crossings.push(crossing)
    }
    yield
  }
  return { whole, drawings: lanes.draw(), crossings: drawCrossings(crossings, origins, shown, width) }
}

function wholeOf({ starts, ends }: { starts: Float64Array; ends: Float64Array }): Stretch {
  let [from, to] = [Infinity, -Infinity]
  for (let place = 0; place < starts.length; place++) {
    const start = starts[place] ?? 0
    const end = ends[place] ?? start
    from = Math.min(from, start)
    to = Math.max(to, end === Infinity ? start : end)
  }
  return from <= to ? { from, to: Math.max(to, from + 1) } : { from: 0, to: 1 }
}

function startLanes(origins: ReadonlyMap<string, number>, { from, to }: Stretch, width: number) {
  const columns = Math.max(1, Math.floor(width))
  /** Per track and tone, how many more bars lie over a column than over the one before. */
  const steps = new Int32Array(TRACKS.length * TONES.length * (columns + 1))
  const free = new Float64Array(TRACKS.length).fill(-Infinity)

  function columnAt(time: number): number {
    const column = Math.floor(((time - from) / (to - from)) * columns)
    return Math.max(0, Math.min(columns - 1, Number.isNaN(column) ? 0 : column))
  }
  function mark(track: number, tone: Tone, start: number, end: number): void {
    const base = (track * TONES.length + TONES.indexOf(tone)) * (columns + 1)
    const [first, last] = [base + columnAt(start), base + columnAt(end) + 1]
    steps[first] = (steps[first] ?? 0) + 1
    steps[last] = (steps[last] ?? 0) - 1
  }
  return {
    add(row: Exchange, start: number, end: number): void {
      const track = freeTrack(TRACKS_OF[row.kind], free, start)
      if (track === undefined) return
      free[track] = end
      mark(track, toneOf(row), start, Math.min(end, to))
      if (!row.renders) return
      const origin = origins.get(row.doc) ?? 0
      for (const { at } of row.renders) mark(RENDER, 'loud', origin + at, origin + at)
    },
    draw: () => TRACKS.flatMap((track, place) => drawingsOf(track, place, steps, columns)),
  }
}

function toneOf(row: Exchange): Tone {
  if (row.verdict.flags.includes('stale')) return 'crossed'
  return isRerender(row) ? 'loud' : 'quiet'
}

/** The first that nothing lies in any more; else the one that is free soonest. */
function freeTrack(tracks: readonly number[], ends: Float64Array, start: number): number | undefined {
  let [soonest, end]: [number | undefined, number] = [undefined, Infinity]
  for (const track of tracks) {
    const free = ends[track] ?? Infinity
    if (free <= start) return track
    if (soonest === undefined || free < end) [soonest, end] = [track, free]
  }
  return soonest
}

function drawingsOf({ of, y, height }: Track, place: number, steps: Int32Array, columns: number): Drawing[] {
  const paths = TONES.map(() => '')
  const depths = TONES.map(() => 0)
  let [begun, on] = [0, -1]
  for (let column = 0; column <= columns; column++) {
    for (const tone of TONES.keys())
      depths[tone] =
        (depths[tone] ?? 0) + (steps[(place * TONES.length + tone) * (columns + 1) + column] ?? 0)
    const top = column === columns ? -1 : depths.findLastIndex((depth) => depth > 0)
    if (top === on) continue
    if (on >= 0) paths[on] += `M${begun} ${y}h${column - begun}v${height}h${begun - column}z`
    ;[begun, on] = [column, top]
  }
  return TONES.flatMap((tone, at) => (paths[at] ? [{ of, tone, path: paths[at] }] : []))
}
