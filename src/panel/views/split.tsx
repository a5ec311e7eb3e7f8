/** The log and, beside or below it, its details, with a divider that mouse and keyboard move. */
import type { Signal } from '@preact/signals'
import { type ComponentChildren, createContext } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface SplitProps {
  /** Of the second part, px. */
  size: Signal<number>
  first: ComponentChildren
  /** Takes no room when absent. */
  second: ComponentChildren | undefined
}

/** Whether a second part lies beside the first, and takes of its width. */
export const IsBeside = createContext(false)

/** Below this width, px, the details lie under the log. */
const NARROW = 640
/** The least that either part keeps, px. */
const LEAST = 120
const STEP = 16

export function Split({ size, first, second }: SplitProps) {
  const root = useRef<HTMLDivElement>(null)
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const measure = () => setNarrow(element.clientWidth > 0 && element.clientWidth < NARROW)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  function room(): number {
    const element = root.current
    return (isNarrow ? element?.clientHeight : element?.clientWidth) || 1000
  }
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
        const box = root.current?.getBoundingClientRect()
        if (box) resize(isNarrow ? box.bottom - clientY : box.right - clientX)
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
    <div ref={root} class={`split ${isNarrow ? 'stacked' : ''}`}>
      <IsBeside.Provider value={second !== undefined && !isNarrow}>
        <div class="first">{first}</div>
      </IsBeside.Provider>
      {second && (
        <>
          <div
            class="divide"
            role="separator"
            tabIndex={0}
            aria-label="Size of the details"
            aria-orientation={isNarrow ? 'horizontal' : 'vertical'}
            aria-valuenow={size.value}
            aria-valuemin={LEAST}
            aria-valuemax={room() - LEAST}
            onPointerDown={drag}
            onKeyDown={hearKey}
          />
          <div class="second" style={{ flexBasis: `${size.value}px` }}>
            {second}
          </div>
        </>
      )}
    </div>
  )
}
