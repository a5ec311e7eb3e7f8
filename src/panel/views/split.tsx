/** The log and its details: beside it, below it, or in its place. */
import type { Signal } from '@preact/signals'
import { type ComponentChildren, createContext } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { lazy } from './lazy.tsx'
import { type Placement, placementOf } from './placement.ts'

export interface SplitProps {
  /** Of the second part, px. */
  size: Signal<number>
  first: ComponentChildren
  /** Takes no room when absent. */
  second: ComponentChildren | undefined
}

/** Whether a second part lies beside the first, and takes of its width. */
export const IsBeside = createContext(false)

// Nothing is divided before a row is opened.
const Divide = lazy(async () => (await import('./divide.tsx')).Divide)

export function Split({ size, first, second }: SplitProps) {
  const root = useRef<HTMLDivElement>(null)
  const [placement, setPlacement] = useState<Placement>('beside')
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const measure = () => setPlacement(placementOf(element.clientWidth, element.clientHeight))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const isInstead = second !== undefined && placement === 'instead'
  useLayoutEffect(() => {
    // What had it lies under them now, where no key would be heard.
    if (isInstead) root.current?.querySelector<HTMLElement>('.second [aria-selected=true]')?.focus()
  }, [isInstead])

  return (
    <div ref={root} class={`split ${placement}`}>
      <IsBeside.Provider value={second !== undefined && placement === 'beside'}>
        <div class="first" inert={isInstead}>
          {first}
        </div>
      </IsBeside.Provider>
      {second && (
        <>
          {!isInstead && <Divide of={root} size={size} isBeside={placement === 'beside'} />}
          <div class="second" style={{ flexBasis: `${size.value}px` }}>
            {second}
          </div>
        </>
      )}
    </div>
  )
}
