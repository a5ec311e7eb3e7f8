/** Reorders columns by dragging a header. */
import { useState } from 'preact/hooks'

export interface ColumnDrag {
  id: string
  /** The column before which it would be put; undefined for the end. */
  before: string | undefined
}

/** Nearer than this, px, is a click that shook. */
const SHAKE = 4

export function useColumnDrag(onMove: (id: string, before: string | undefined) => void) {
  const [drag, setDrag] = useState<ColumnDrag>()

  function start(event: PointerEvent & { currentTarget: HTMLElement }, id: string): void {
    if (event.button !== 0) return
    const { currentTarget: handle, clientX: from, pointerId } = event
    const row = handle.closest('[role=row]')
    const done = new AbortController()
    const { signal } = done
    let now: ColumnDrag | undefined
    handle.setPointerCapture(pointerId)
    const finish = () => {
      done.abort()
      setDrag(undefined)
    }
    handle.addEventListener(
      'pointermove',
      ({ clientX }: PointerEvent) => {
        if (!now && Math.abs(clientX - from) < SHAKE) return
        now = { id, before: columnAt(row, clientX) }
        setDrag(now)
      },
      { signal },
    )
    handle.addEventListener(
      'pointerup',
      () => {
        finish()
        if (!now) return
        onMove(id, now.before)
        ignoreClick(handle)
      },
      { signal },
    )
    handle.addEventListener('pointercancel', finish, { signal })
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        finish()
        // It was for the drag, and closes nothing besides.
        event.preventDefault()
      },
      // Also where the panel keeps the key to itself.
      { capture: true, signal },
    )
  }
  return { drag, start }
}

function columnAt(row: Element | null, x: number): string | undefined {
  const headers = row?.querySelectorAll<HTMLElement>('[data-column]') ?? []
  for (const header of headers) {
    const { left, width } = header.getBoundingClientRect()
    if (x < left + width / 2) return header.dataset['column']
  }
  return undefined
}

/** The end of a drag is no click, though browsers send one. */
function ignoreClick(handle: HTMLElement): void {
  const over = new AbortController()
  handle.addEventListener('click', (event) => event.stopImmediatePropagation(), {
    capture: true,
    signal: over.signal,
  })
  setTimeout(() => over.abort())
}
