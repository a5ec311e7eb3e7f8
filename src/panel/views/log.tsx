/** The log: a grid that holds any number of rows and one of them in focus. */
import { useComputed, useSignal } from '@preact/signals'
import { useContext, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { documentsOf } from '../../core/log.ts'
import type { Store } from '../store/store.ts'
import { fitColumns, leastWidthOf, onlyName, templateOf } from './fit-columns.ts'
import { LogHeader } from './log-header.tsx'
import { rowForKey } from './log-keys.ts'
import { FIRST_ROW, LogRow } from './log-row.tsx'
import { NavigationLine } from './navigation-line.tsx'
import { NewRows } from './new-rows.tsx'
import { opensContextMenu } from './opens-context-menu.ts'
import { IsBeside } from './split.tsx'
import { timelineOf } from './timeline.ts'
import { useAnchor } from './use-anchor.ts'
import { useFreshRows } from './use-fresh-rows.ts'
import { useVirtualRows } from './use-virtual-rows.ts'
import { useWidth } from './use-width.ts'

const ROW = 21
const HEADER = 27
/** Rows by which the stretch of time of the waterfall follows those on screen. */
const STEP = 16

export interface LogProps {
  store: Store
  /** The details that are being opened are wanted themselves. */
  onEnter: () => void
}

export function Log({ store, onEnter }: LogProps) {
  const { rows, order, selection, log, columns, newcomers, filter } = store
  const visible = order.rows.value
  const selected = selection.index.value
  const sort = order.sort.value
  const documents = useComputed(() => documentsOf(log.value)).value
  const grid = useRef<HTMLDivElement>(null)
  const chosen = columns.chosen.value
  const width = useWidth(grid)
  const isBeside = useContext(IsBeside)
  const fit = useMemo(
    () => (isBeside ? onlyName(chosen) : fitColumns(chosen, width)),
    [chosen, width, isBeside],
  )
  const stop = Math.max(0, selected)
  const { items, height, range, page, isAtEnd, ...view } = useVirtualRows(grid, {
    count: visible.length,
    rowHeight: ROW,
    headerHeight: HEADER,
    keep: stop,
    hold: selected,
    follows: !sort,
    chosenBy: filter.test.value,
  })
  const lastSort = useRef(sort)
  useLayoutEffect(() => {
    if (sort === lastSort.current) return
    lastSort.current = sort
    // What was sorted for is at the top; in time order it is the newest that is looked for.
    if (selected >= 0) view.reveal(selected)
    else if (sort) view.scroll(0)
    else view.reveal(visible.length - 1)
  }, [sort])
  const isFresh = useFreshRows(log.value)
  useAnchor({ rows: visible, index: range.startIndex, scrollTop: view.scrollTop }, sort, ROW, view.scroll)
  // In the order of a column new rows are anywhere.
  useLayoutEffect(() => {
    newcomers.look(isAtEnd || sort !== null)
    rows.look(isAtEnd ? undefined : visible[range.startIndex], selection.row.value, selection.kept.value)
  })
  // Of what is on screen: in a session of minutes the bars of milliseconds could not be told apart.
  // Some rows at a time, for with each change of it the bars of all rows move.
  const [from, to] = [range.startIndex - (range.startIndex % STEP), range.endIndex + STEP]
  const now = timelineOf(visible.slice(from, to - (to % STEP)), documents)
  const timeline = useSignal(now)
  const told = useRef('')
  const telling = [now.start, now.end, ...now.origins].join()
  if (telling !== told.current) timeline.value = now
  told.current = telling
  // In the order of a column no place is where a page was left.
  const lines = sort
    ? []
    : rows.separators.value.filter(({ place }) => place >= range.startIndex && place <= range.endIndex + 1)
  const selectedId = selection.row.value?.id
  const keptId = selection.kept.value?.id
  // Whatever selected it: a key, a click on half a row, or a link in the details.
  useLayoutEffect(() => {
    if (selectedId !== undefined) view.reveal(selection.index.peek())
  }, [selectedId])
  /** The row that a key leads to takes the focus once it is drawn. */
  const focusNext = useRef(false)
  useLayoutEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    grid.current?.querySelector<HTMLElement>('[data-kind][tabindex="0"]')?.focus({ preventScroll: true })
  })

  async function openMenu(event: MouseEvent | KeyboardEvent): Promise<void> {
    const element = rowElementOf(event.target)
    const row = visible[indexOf(element)]
    if (!element || !row) return
    event.preventDefault()
    selection.select(row.id)
    const { openRowMenu } = await import('./row-menu.ts')
    await openRowMenu(store, row, element, event)
  }

  function hearKey(event: KeyboardEvent): void {
    if (opensContextMenu(event)) return void openMenu(event)
    if (event.altKey || event.ctrlKey || event.metaKey) return
    // The header's buttons know what to do.
    if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLButtonElement) return
    if (event.key === ' ' && event.shiftKey) {
      const row = visible[Math.max(0, indexOf(event.target))]
      if (row) selection.toggleKept(row.id)
      event.preventDefault()
      return
    }
    const focused = indexOf(event.target)
    const at = focused < 0 ? selected : focused
    if (event.key === 'Enter' || event.key === ' ') {
      const row = visible[Math.max(0, at)]
      if (row) selection.select(row.id)
      selection.openDetails()
      if (event.key === 'Enter') onEnter()
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

  function hearClick({ target, ctrlKey, metaKey }: MouseEvent): void {
    const row = visible[indexOf(target)]
    if (!row) return
    if ((ctrlKey || metaKey) && selected >= 0) {
      selection.toggleKept(row.id)
      if (selection.kept.value && row.id !== selectedId) selection.tab.value = 'compare'
    } else selection.select(row.id)
    selection.openDetails()
  }

  return (
    <>
      <div
        ref={grid}
        class="log"
        role="grid"
        aria-label="Log"
        tabIndex={-1}
        aria-multiselectable
        aria-rowcount={rows.isCounting.value ? -1 : visible.length + 1}
        style={{ '--columns': templateOf(fit), '--least': `${leastWidthOf(fit)}px` }}
        onClick={hearClick}
        onContextMenu={(event) => void openMenu(event)}
        onKeyDown={hearKey}
      >
        <LogHeader
          store={store}
          fit={fit}
          roomy={() => fitColumns(columns.chosen.value, isBeside ? 0 : width).drawn}
        />
        <div role="rowgroup" class="rows" style={{ height: `${height}px` }}>
          {items.map(({ index, top }) => {
            const row = visible[index]
            return (
              row && (
                <LogRow
                  key={row.id}
                  row={row}
                  log={log}
                  columns={fit.drawn}
                  index={index}
                  top={top}
                  isSelected={index === selected}
                  isKept={row.id === keptId}
                  isStop={index === stop}
                  isFresh={isFresh(row)}
                  timeline={timeline}
                />
              )
            )
          })}
          {lines.map((separator) => (
            <NavigationLine key={separator.place} separator={separator} top={separator.place * ROW} />
          ))}
        </div>
      </div>
      <NewRows count={newcomers.count.value} onGo={() => view.reveal(visible.length - 1)} />
    </>
  )
}

/** Which of the visible rows an event met; -1 for none. */
function indexOf(target: EventTarget | null): number {
  const row = rowElementOf(target)
  return row ? Number(row.getAttribute('aria-rowindex')) - FIRST_ROW : -1
}

function rowElementOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-kind]') : null
}
