/** What the overview draws, drawn in slices: so many rows would hold the panel up for longer than a frame. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { drawInSteps, drawLanes, type Lanes } from './strip-lanes.ts'

/** ms of a slice. */
const SLICE = 8

/** What was drawn last stands until the new drawing is whole. `origins` is asked when it begins. */
export function useDrawnLanes(
  rows: readonly Exchange[],
  originsOf: () => ReadonlyMap<string, number>,
  width: number,
): Lanes {
  const [lanes, setLanes] = useState<Lanes>(() => drawLanes([], new Map(), width))
  useLayoutEffect(() => {
    const steps = drawInSteps(rows, originsOf(), width)
    let timer: ReturnType<typeof setTimeout> | undefined
    function goOn(): void {
      const end = performance.now() + SLICE
      for (;;) {
        const { done, value } = steps.next()
        if (done) {
          setLanes(value)
          return
        }
        if (performance.now() < end) continue
        timer = setTimeout(goOn)
        return
      }
    }
    goOn()
    return () => clearTimeout(timer)
  }, [rows, width])
  return lanes
}
