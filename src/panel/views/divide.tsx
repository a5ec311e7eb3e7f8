/** The divider between log and details, which mouse and keyboard move. */
import '../css/divide.css'
import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'

export interface DivideProps {
  /** Both parts and the divider. */
  of: RefObject<HTMLElement | null>
  /** Of the part behind it, px. */
  size: Signal<number>
  /** Whether that part lies beside the other, not below it. */
  isBeside: boolean
}

/** The least that either part keeps, px. */
const LEAST = 120
const STEP = 16

export function Divide({ of, size, isBeside }: DivideProps) {
  const room = () => (isBeside ? of.current?.clientWidth : of.current?.clientHeight) || 1000
  function resize(wanted: number): void {
    size.value = Math.round(Math.max(LEAST, Math.min(room() - LEAST, wanted)))
  }
  function drag(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const handle = event.currentTarget
    const done = new AbortController()
    const { signal } = done
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener(
      'pointermove',
      ({ clientX, clientY }: PointerEvent) => {
        const box = of.current?.getBoundingClientRect()
        if (box) resize(isBeside ? box.right - clientX : box.bottom - clientY)
      },
      { signal },
    )
    for (const end of ['pointerup', 'pointercancel'] as const)
      handle.addEventListener(end, () => done.abort(), { signal })
  }
  function hearKey(event: KeyboardEvent): void {
    const grows = event.key === 'ArrowLeft' || event.key === 'ArrowUp'
    const shrinks = event.key === 'ArrowRight' || event.key === 'ArrowDown'
    if (!grows && !shrinks) return
    event.preventDefault()
    resize(size.value + (grows ? STEP : -STEP))
  }

  return (
    <div
      class="divide"
      role="separator"
      tabIndex={0}
      aria-label="Size of the details"
      aria-orientation={isBeside ? 'vertical' : 'horizontal'}
      aria-valuenow={size.value}
      aria-valuemin={LEAST}
      aria-valuemax={room() - LEAST}
      onPointerDown={drag}
      onKeyDown={hearKey}
    />
  )
}
