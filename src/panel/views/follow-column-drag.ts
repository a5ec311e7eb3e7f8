/** Follows the pointer that drags a header, until it lets go, or Escape takes it back. Fetched when a header is first pressed. */

export interface ColumnDrag {
  id: string
  /** The column before which it would be put; undefined for the end. */
  before: string | undefined
}

export interface Dragged {
  /** Its header, which has captured the pointer. */
  handle: HTMLElement
  id: string
  pointerId: number
  /** Where it was pressed, px. */
  from: number
}

/** Nearer than this, px, is a click that shook. */
const SHAKE = 4

/** @param tell where it would be put; undefined once it is over */
export function followColumnDrag(
  { handle, id, pointerId, from }: Dragged,
  tell: (drag: ColumnDrag | undefined) => void,
  onMove: (id: string, before: string | undefined) => void,
): void {
  // Let go before this was there.
  if (!handle.hasPointerCapture(pointerId)) return
  const row = handle.closest('[role=row]')
  const done = new AbortController()
  const { signal } = done
  let now: ColumnDrag | undefined
  const finish = () => {
    done.abort()
    tell(undefined)
  }
  handle.addEventListener(
    'pointermove',
    ({ clientX }: PointerEvent) => {
      if (!now && Math.abs(clientX - from) < SHAKE) return
      now = { id, before: columnAt(row, clientX) }
      tell(now)
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
