/** Reorders columns by dragging a header. */
import { useState } from 'preact/hooks'
import type { ColumnDrag } from './follow-column-drag.ts'

export function useColumnDrag(onMove: (id: string, before: string | undefined) => void) {
  const [drag, setDrag] = useState<ColumnDrag>()

  async function start(event: PointerEvent & { currentTarget: HTMLElement }, id: string): Promise<void> {
    if (event.button !== 0) return
    const { currentTarget: handle, clientX: from, pointerId } = event
    handle.setPointerCapture(pointerId)
    const { followColumnDrag } = await import('./follow-column-drag.ts')
    followColumnDrag({ handle, id, pointerId, from }, setDrag, onMove)
  }
  return { drag, start }
}
