/** Holds the rows on screen where they are while others come and go above them. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'

export interface Anchored {
  rows: readonly Exchange[]
  /** Of the first row on screen. */
  index: number
  /** px. */
  scrollTop: number
}

/** `order` tells one order of the rows from another: where they are ordered anew, nothing is held. */
export function useAnchor(
  now: Anchored,
  order: unknown,
  rowHeight: number,
  scroll: (top: number) => void,
): void {
  const before = useRef({ ...now, order })
  useLayoutEffect(() => {
    const { rows, index, scrollTop, order: ordered } = before.current
    before.current = { ...now, order }
    const row = rows[index]
    // At the top a person sees what comes first, whatever that is.
    if (ordered !== order || rows === now.rows || scrollTop < rowHeight || !row) return
    const place = nearest(now.rows, index, row)
    if (place !== undefined && place !== index) scroll(scrollTop + (place - index) * rowHeight)
  })
}

/** It is asked of all rows where the one on screen has gone, so numbers are compared before texts. */
function nearest(rows: readonly Exchange[], from: number, { seq, id }: Exchange): number | undefined {
  const is = (place: number) => rows[place]?.seq === seq && rows[place]?.id === id
  for (let step = 0; step <= Math.max(from, rows.length - from); step++) {
    if (is(from + step)) return from + step
    if (is(from - step)) return from - step
  }
  return undefined
}
