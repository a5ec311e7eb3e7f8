/** Where the details lie, by the room that log and details share. */

/** `instead`: where there is room for one of both, they lie over the log until they are closed. */
export type Placement = 'beside' | 'below' | 'instead'

/** From this width on, px, the details lie beside the log. */
const WIDE = 640
/** From this height on, px, they lie below it: two rows are left of the log, and some lines of them. */
const HIGH = 280
/** The least width, px, beside which they lie where it is not high enough for that. */
const ENOUGH = 440

/** `width` and `height` in px; 0 where nobody measured. */
export function placementOf(width: number, height: number): Placement {
  if (width === 0 || width >= WIDE) return 'beside'
  if (height >= HIGH) return 'below'
  return width >= ENOUGH ? 'beside' : 'instead'
}
