/** Keeps few rows in the DOM however many there are, and stays at the end only where it was there. */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'

export interface VirtualRows {
  items: VirtualItem[]
  /** Height of all rows, px. */
  height: number
  /** The first and the last index on screen. */
  range: { startIndex: number; endIndex: number }
  /** How many whole rows are to be seen at once. */
  page: number
  reveal(index: number): void
}

export interface VirtualRowsOptions {
  count: number
  /** Heights in px; the header sticks to the top of the scroller. */
  rowHeight: number
  headerHeight: number
  /** Stays in the DOM wherever it is scrolled to, because it holds the focus; -1 for none. */
  keep: number
  /** Stays on screen, when it was there, while the room for the rows changes; -1 for none. */
  hold: number
}

/** Nearer to the end than this, px, is at the end. */
const NEAR = 4

export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  { count, rowHeight, headerHeight, keep, hold }: VirtualRowsOptions,
): VirtualRows {
  const [, redraw] = useReducer((times: number, _: undefined) => times + 1, 0)
  const isAtEnd = useRef(true)
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options()))

  function options() {
    return {
      count,
      overscan: 8,
      scrollMargin: headerHeight,
      scrollPaddingStart: headerHeight,
      estimateSize: () => rowHeight,
      getScrollElement: () => scroller.current,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), keep, count),
      onChange: () => redraw(undefined),
    }
  }
  virtualizer.setOptions(options())

  const held = useRef(hold)
  held.current = hold

  function isOnScreen(index: number, room: number): boolean {
    const top = index * rowHeight - (scroller.current?.scrollTop ?? 0)
    return index >= 0 && top > -rowHeight && top + headerHeight < room
  }
  /** By hand: the virtualizer may not have heard of the new size yet. */
  function reveal(index: number): void {
    const element = scroller.current
    if (!element) return
    const top = index * rowHeight
    const lowest = top + rowHeight + headerHeight - element.clientHeight
    element.scrollTo({ top: Math.max(lowest, Math.min(top, element.scrollTop)) })
  }

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
    }
    let room = element.clientHeight
    const observer = new ResizeObserver(() => {
      const before = room
      room = element.clientHeight
      if (room === before) return
      if (isOnScreen(held.current, before)) reveal(held.current)
      else if (isAtEnd.current) element.scrollTop = element.scrollHeight
      note()
    })
    observer.observe(element)
    element.addEventListener('scroll', note, { passive: true })
    const unmount = virtualizer._didMount()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', note)
      unmount()
    }
  }, [virtualizer, scroller])
  useLayoutEffect(() => virtualizer._willUpdate())
  useLayoutEffect(() => {
    const element = scroller.current
    // A change of `count` is all that may move the end away.
    if (element && count > 0 && isAtEnd.current) element.scrollTop = element.scrollHeight
  }, [count, scroller])

  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    range: virtualizer.range ?? { startIndex: 0, endIndex: count },
    page: Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 0) - headerHeight) / rowHeight) - 1),
    reveal,
  }
}

function withKept(indexes: number[], keep: number, count: number): number[] {
  if (keep < 0 || keep >= count || indexes.includes(keep)) return indexes
  return [...indexes, keep].sort((a, b) => a - b)
}
