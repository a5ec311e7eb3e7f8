/** Where something that opens beside a box stands, so that all of it is to be seen. */

/** px in the window. A point is a box without a size. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>
interface Size {
  width: number
  height: number
}

/** Stays free along the edges of the window, px. */
const EDGE = 4

/** Below the box from its left edge on, where that fits; otherwise above it, or from its right edge back. */
export function placeBeside(box: Box, { width, height }: Size, room: Size): { left: number; top: number } {
  const fitsRight = box.left + width <= room.width - EDGE
  const fitsBelow = box.bottom + height <= room.height - EDGE
  const left = fitsRight ? box.left : box.right - width
  const top = fitsBelow ? box.bottom : box.top - height
  return {
    left: within(left, room.width - width),
    top: within(top, room.height - height),
  }
}

/** What is larger than the window begins where the window does. */
function within(wanted: number, most: number): number {
  return Math.max(EDGE, Math.min(most - EDGE, wanted))
}

/** Where the mouse is; for a key, which has no place, the box of what has the focus. */
export function boxOf(event: MouseEvent | KeyboardEvent, focused: Element): Box {
  if (event instanceof KeyboardEvent) return focused.getBoundingClientRect()
  const { clientX, clientY } = event
  if (clientX === 0 && clientY === 0) return focused.getBoundingClientRect()
  return { left: clientX, right: clientX, top: clientY, bottom: clientY }
}
