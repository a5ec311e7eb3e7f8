/** The log: a grid that holds any number of rows and one of them in focus. */
import { useComputed } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { documentsOf } from '../../core/log.ts'
import type { Store } from '../store/store.ts'
import { rowForKey } from './log-keys.ts'
import { FIRST_ROW, LogRow } from './log-row.tsx'
import { NavigationLine } from './navigation-line.tsx'
import { timelineOf } from './timeline.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

const ROW = 21
const HEADER = 27
const COLUMNS = [
  ['name', 'Name'],
  ['view', 'View'],
  ['status', 'Status'],
  ['verdict', 'Re-render'],
  ['patches number', 'Patches'],
  ['size number', 'Size'],
  ['time number', 'Time'],
  ['waterfall', 'Waterfall'],
] as const

export function Log({ store }: { store: Store }) {
  const { rows, selection, log } = store
  const visible = rows.visible.value
  const selected = selection.index.value
  const documents = useComputed(() => documentsOf(log.value)).value
  const grid = useRef<HTMLDivElement>(null)
  const stop = Math.max(0, selected)
  const { items, height, range, page, reveal } = useVirtualRows(grid, {
    count: visible.length,
    rowHeight: ROW,
    headerHeight: HEADER,
    keep: stop,
    hold: selected,
  })
  // Of what is on screen: in a session of minutes the bars of milliseconds could not be told apart.
  const timeline = timelineOf(visible.slice(range.startIndex, range.endIndex + 1), documents)
  const selectedId = selection.row.value?.id
  // Whatever selected it: a key, a click on half a row, or a link in the details.
  useLayoutEffect(() => {
    if (selectedId !== undefined) reveal(selection.index.peek())
  }, [selectedId])
  /** The row that a key leads to takes the focus once it is drawn. */
  const focusNext = useRef(false)
  useLayoutEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    grid.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true })
  })

  function hearKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && selection.open.value) {
      selection.closeDetails()
      event.preventDefault()
      return
    }
    const focused = indexOf(event.target)
    const at = focused < 0 ? selected : focused
    if (event.key === 'Enter' || event.key === ' ') {
      const row = visible[Math.max(0, at)]
      if (row) selection.select(row.id)
      selection.openDetails()
      event.preventDefault()
      return
    }
    const next = rowForKey(event.key, at, visible.length, page)
    const row = next === undefined ? undefined : visible[next]
    if (!row) return
    event.preventDefault()
    focusNext.current = true
    selection.select(row.id)
  }

  function hearClick({ target }: MouseEvent): void {
    const row = visible[indexOf(target)]
    if (!row) return
    selection.select(row.id)
    selection.openDetails()
  }

  return (
    <div
      ref={grid}
      class="log"
      role="grid"
      aria-label="Log"
      aria-rowcount={visible.length + 1}
      onClick={hearClick}
      onKeyDown={hearKey}
    >
      <div role="rowgroup" class="header">
        <div role="row" class="row" aria-rowindex={1}>
          {COLUMNS.map(([name, title]) => (
            <span key={name} role="columnheader" class={name}>
              {title}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" class="rows" style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const row = visible[index]
          return (
            row && (
              <LogRow
                key={row.id}
                row={row}
                index={index}
                top={start - HEADER}
                isSelected={index === selected}
                isStop={index === stop}
                timeline={timeline}
              />
            )
          )
        })}
        {rows.separators.value.map((separator) => (
          <NavigationLine key={separator.place} separator={separator} top={separator.place * ROW} />
        ))}
      </div>
    </div>
  )
}

/** Which of the visible rows an event met; -1 for none. */
function indexOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest('[data-kind]') : null
  return row ? Number(row.getAttribute('aria-rowindex')) - FIRST_ROW : -1
}
