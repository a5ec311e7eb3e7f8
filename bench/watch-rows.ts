/** Runs in the page that is scrolled: whether the rows on screen were in the DOM before the frame that shows them. */

declare global {
  var watchedRows: () => { looks: number; blank: number; far: number }
}

/** Crosses as text, so it closes over nothing. Rows have 21 px each and count from 2, below a header of 27 px. */
export function watchRows(): void {
  const grid = document.querySelector('[role=grid]')
  const from = grid?.scrollTop ?? 0
  let [looks, blank] = [0, 0]
  let drawn = rowsDrawn()
  let frame = requestAnimationFrame(function next() {
    looks++
    if (grid && drawn.size > 0) {
      const first = Math.floor(grid.scrollTop / 21)
      const last = Math.min(
        Math.ceil((grid.scrollTop + grid.clientHeight - 27) / 21) - 1,
        Number(grid.getAttribute('aria-rowcount')) - 2,
      )
      for (let row = first; row <= last; row++)
        if (!drawn.has(row)) {
          blank++
          break
        }
    }
    // What is in the DOM when this frame is made is what the next can show at once.
    queueMicrotask(() => {
      drawn = rowsDrawn()
    })
    frame = requestAnimationFrame(next)
  })
  globalThis.watchedRows = () => {
    cancelAnimationFrame(frame)
    return { looks, blank, far: (grid?.scrollTop ?? 0) - from }
  }

  function rowsDrawn(): Set<number> {
    const rows = grid?.querySelectorAll('[data-kind]') ?? []
    return new Set([...rows].map((row) => Number(row.getAttribute('aria-rowindex')) - 2))
  }
}
