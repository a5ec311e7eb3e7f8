/** The edge of a column, which mouse and keyboard move. */
import type { Column } from '../../core/columns/column.ts'
import { WIDEST } from '../store/chosen-columns.ts'

export interface ColumnEdgeProps {
  column: Column
  /** px, as it is remembered. */
  width: number
  isStop: boolean
  /** As it is on screen, px. */
  measure: () => number
  onResize: (width: number) => void
}

const STEP = 8

export function ColumnEdge({ column, width, isStop, measure, onResize }: ColumnEdgeProps) {
  function drag(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (event.button !== 0) return
    event.preventDefault()
    const { currentTarget: handle, clientX: from } = event
    const before = measure()
    const done = new AbortController()
    const { signal } = done
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', ({ clientX }: PointerEvent) => onResize(before + clientX - from), {
      signal,
    })
    for (const end of ['pointerup', 'pointercancel'] as const)
      handle.addEventListener(end, () => done.abort(), { signal })
  }
  function hearKey(event: KeyboardEvent): void {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    onResize(step === undefined ? column.width.normal : measure() + step)
  }
  return (
    <span
      class="edge"
      role="separator"
      tabIndex={isStop ? 0 : -1}
      aria-label={`Width of ${column.title}`}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={column.width.least}
      aria-valuemax={WIDEST}
      title="Drag, or use the arrow keys; double click or Enter for the default width"
      onPointerDown={drag}
      onDblClick={() => onResize(column.width.normal)}
      onKeyDown={hearKey}
    />
  )
}
