/** Draws a brush with the pointer, or moves one by its grips. */
import type { RefObject } from 'preact'
import type { Stretch } from '../store/stretch.ts'
import { type Grip, movedBy } from './brush-keys.ts'

/** Nearer than this, px, is a click. */
const SHAKE = 3

/** Without a grip a new brush begins where the pointer is. */
export function useBrushDrag(
  strip: RefObject<HTMLElement | null>,
  whole: Stretch,
  brush: Stretch | undefined,
  set: (stretch: Stretch) => void,
): (event: PointerEvent, grip: Grip | undefined) => void {
  return (event, grip) => {
    const box = strip.current?.getBoundingClientRect()
    if (event.button !== 0 || !box?.width) return
    event.stopPropagation()
    const perPx = (whole.to - whole.from) / box.width
    const held = grip && (brush ?? whole)
    const begun = whole.from + (event.clientX - box.left) * perPx
    const done = new AbortController()
    const { signal } = done
    let isDrawn = false
    strip.current?.setPointerCapture(event.pointerId)
    strip.current?.addEventListener(
      'pointermove',
      ({ clientX }: PointerEvent) => {
        const way = clientX - event.clientX
        if (held && grip) set(movedBy(way * perPx, grip, whole, held))
        else if (Math.abs(way) >= SHAKE) {
          isDrawn = true
          const point = Math.max(whole.from, Math.min(whole.to, begun + way * perPx))
          set({ from: Math.min(begun, point), to: Math.max(begun, point) })
        }
      },
      { signal },
    )
    strip.current?.addEventListener(
      'pointerup',
      // From there keys move it, and Escape takes it away.
      () => isDrawn && strip.current?.querySelector<HTMLElement>('.grip.to')?.focus(),
      { signal },
    )
    for (const end of ['pointerup', 'pointercancel'] as const)
      strip.current?.addEventListener(end, () => done.abort(), { signal })
  }
}
