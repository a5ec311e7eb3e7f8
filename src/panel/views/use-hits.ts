/** Finds in JSON bit by bit, so that the panel answers meanwhile; what was begun for another text is given up. */
import { useEffect, useState } from 'preact/hooks'
import { findIn } from './find-in-json.ts'
import type { Place } from './json-place.ts'

export interface Hits {
  /** What was looked for. */
  text: string
  /** In the order in which they stand. */
  places: readonly Place[]
  /** `more`: there are others behind the last. */
  end: 'searching' | 'all' | 'more'
}

/** ms of work between two frames. */
const SLICE = 8
/** Values between two looks at the clock. */
const PER_LOOK = 200
/** More than anybody goes through. */
const MOST = 10_000

/** Undefined while there is nothing to look for. */
export function useHits(whole: Place, text: string): Hits | undefined {
  const [hits, setHits] = useState<Hits>()
  useEffect(() => {
    const stop = new AbortController()
    setHits(undefined)
    if (text !== '') void search(whole, text, setHits, stop.signal)
    return () => stop.abort()
  }, [whole, text])
  return hits
}

async function search(
  whole: Place,
  text: string,
  tell: (hits: Hits) => void,
  signal: AbortSignal,
): Promise<void> {
  const places: Place[] = []
  let until = performance.now() + SLICE
  let looked = 0
  let told = -1
  for (const found of findIn(whole, text)) {
    if (found) places.push(found)
    if (places.length === MOST) {
      tell({ text, places, end: 'more' })
      return
    }
    looked += 1
    if (looked % PER_LOOK !== 0 || performance.now() < until) continue
    if (places.length !== told) tell({ text, places: [...places], end: 'searching' })
    told = places.length
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return
    until = performance.now() + SLICE
  }
  tell({ text, places, end: 'all' })
}
