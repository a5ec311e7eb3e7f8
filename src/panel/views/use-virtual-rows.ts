/** Keeps few rows in the DOM however many there are, and stays at the end only where it was there. */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface VirtualRows {
  /** The rows to draw, in order: where each stands, and its distance from the top of the rows, px. */
  items: { index: number; top: number }[]
  /** Height of all rows, px. */
  height: number
  /** The first and the last index on screen. */
  range: { startIndex: number; endIndex: number }
  /** How many whole rows are to be seen at once. */
  page: number
  /** How far it is scrolled, px, and whether the end of the rows is on screen. */
  scrollTop: number
  isAtEnd: boolean
  scroll(top: number): void
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
  /** Rows join at the end, so a log that is there stays there. */
  follows: boolean
  /** What chose the rows. Those that another chose are shown first, and those beyond the edges a frame later. */
  chosenBy: unknown
}

/** Nearer to the end than this, px, is at the end. */
const NEAR = 4
/** Rows drawn beyond the edges, so that nothing blank is shown before those that follow are there: more of them where it is scrolled to. */
const AHEAD = 16
const BEHIND = 4

export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  { count, rowHeight, headerHeight, keep, hold, follows, chosenBy }: VirtualRowsOptions,
): VirtualRows {
  /** Whole rows above the edge: scrolling by less draws nothing anew. */
  const [above, setAbove] = useState(0)
  const [room, setRoom] = useState(0)
  const [isDownward, setDownward] = useState(true)
  const [atEnd, setAtEnd] = useState(true)
  const isAtEnd = useRef(true)
  const scrollTop = useRef(0)
  const held = useRef(hold)
  held.current = hold
  const height = useRef(0)
  height.current = count * rowHeight

  function stand(top: number, room: number): void {
    isAtEnd.current = height.current - top - room < NEAR
    setAtEnd(isAtEnd.current)
    if (top !== scrollTop.current) setDownward(top > scrollTop.current)
    scrollTop.current = top
    setAbove(Math.floor(top / rowHeight))
    setRoom(room)
  }
  function look(element: HTMLDivElement): void {
    stand(element.scrollTop, element.clientHeight - headerHeight)
  }
  function scroll(top: number): void {
    const element = scroller.current
    if (!element) return
    element.scrollTop = top
    look(element)
  }
  function reveal(index: number): void {
    const now = scroller.current?.scrollTop ?? 0
    const top = index * rowHeight
    const next = Math.max(top + rowHeight - room, Math.min(top, now))
    if (next !== now) scroll(next)
  }

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    let height = element.clientHeight
    const hear = () => look(element)
    // Of a new size the scrolling is told first, and to it the end would seem to have been left.
    const hearScroll = () => element.clientHeight === height && look(element)
    const observer = new ResizeObserver(() => {
      const before = height
      height = element.clientHeight
      if (height === before) return
      const top = held.current * rowHeight - element.scrollTop
      const wasOnScreen = held.current >= 0 && top > -rowHeight && top + headerHeight < before
      const lowest = (held.current + 1) * rowHeight + headerHeight - height
      if (wasOnScreen)
        element.scrollTop = Math.max(lowest, Math.min(element.scrollTop, held.current * rowHeight))
      else if (isAtEnd.current) element.scrollTop = element.scrollHeight
      hear()
    })
    observer.observe(element)
    element.addEventListener('scroll', hearScroll, { passive: true })
    hear()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', hearScroll)
    }
  }, [scroller])
  const last = Math.max(0, height.current - room)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    // A change of `count` is all that may move the end away. What is drawn with the rows may have left them another room; to ask
    // for it costs a layout.
    if (count > 0 && follows && isAtEnd.current)
      scroll(Math.max(0, height.current - (element.clientHeight - headerHeight)))
    else stand(Math.min(scrollTop.current, last), room)
  }, [count, scroller])

  const [shown, setShown] = useState(() => chosenBy)
  useEffect(() => setShown(() => chosenBy), [chosenBy])

  const whole = Math.ceil(room / rowHeight)
  // The browser says only later that rows have moved the edge.
  const edge = follows && isAtEnd.current ? Math.floor(last / rowHeight) : above
  const startIndex = Math.max(0, Math.min(edge, count - whole))
  const endIndex = Math.min(count - 1, startIndex + whole)
  const [over, under] = shown !== chosenBy ? [0, 0] : isDownward ? [BEHIND, AHEAD] : [AHEAD, BEHIND]
  const first = Math.max(0, startIndex - over)
  const end = Math.min(count, endIndex + 1 + under)
  const drawn = Array.from({ length: end - first }, (_, at) => first + at)
  if (keep >= 0 && keep < first) drawn.unshift(keep)
  else if (keep >= first + drawn.length && keep < count) drawn.push(keep)
  return {
    items: drawn.map((index) => ({ index, top: index * rowHeight })),
    height: height.current,
    range: { startIndex, endIndex },
    page: Math.max(1, Math.floor(room / rowHeight) - 1),
    scrollTop: scrollTop.current,
    isAtEnd: atEnd,
    scroll,
    reveal,
  }
}
