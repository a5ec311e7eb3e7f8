/** What a key makes of the brush. */
import type { Stretch } from '../store/stretch.ts'

/** What of the brush is held: one end of it, or all of it. */
export type Grip = 'from' | 'to' | 'both'

/** Parts of the whole that a key moves by; with Shift, and without. */
const LARGE = 0.1
const SMALL = 0.01

/** Undefined for keys that are not the brush's. */
export function brushForKey(
  key: string,
  isLarge: boolean,
  grip: Grip,
  whole: Stretch,
  brush: Stretch | undefined,
): Stretch | 'none' | undefined {
  if (key === 'Escape') return brush && 'none'
  const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity }[
    key
  ]
  if (sign === undefined) return undefined
  return movedBy(sign * (whole.to - whole.from) * (isLarge ? LARGE : SMALL), grip, whole, brush ?? whole)
}

/** By so many ms, as far as the whole goes; the ends do not pass each other. */
export function movedBy(ms: number, grip: Grip, whole: Stretch, { from, to }: Stretch): Stretch {
  const within = (time: number, first: number, last: number) => Math.max(first, Math.min(last, time))
  switch (grip) {
    case 'from':
      return { from: within(from + ms, whole.from, to), to }
    case 'to':
      return { from, to: within(to + ms, from, whole.to) }
    case 'both': {
      const start = within(from + ms, whole.from, Math.max(whole.from, whole.to - (to - from)))
      return { from: start, to: start + to - from }
    }
  }
}
