/** The header of the log: sorts by a column, and lets it be moved, resized and chosen. One of its columns is where Tab leads. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import { ColumnEdge } from './column-edge.tsx'
import type { ColumnFit, DrawnColumn } from './fit-columns.ts'
import { MoreIcon } from './icons.tsx'
import { MenuButton } from './menu-button.tsx'
import { useColumnDrag } from './use-column-drag.ts'

export interface LogHeaderProps {
  store: Store
  fit: ColumnFit
  /** Those there is room for, while no details lie beside the log. */
  roomy: () => readonly DrawnColumn[]
}

export function LogHeader({ store: { columns, order }, fit: { drawn, isShared }, roomy }: LogHeaderProps) {
  const row = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState('')
  const { drag, start } = useColumnDrag(columns.move)
  const sort = order.sort.value
  const ids = drawn.map(({ column }) => column.id)
  const stopId = ids.includes(stop) ? stop : ids[0]
  // A header that is moved loses the focus on the way.
  useLayoutEffect(() => {
    if (stop === '' || document.activeElement !== document.body) return
    row.current?.querySelector<HTMLElement>(`[data-column=${stop}] .title`)?.focus()
  }, [ids.join()])

  /** As they are on screen; as they are remembered where there is no layout. */
  function measured() {
    return drawn.map(({ column: { id, width }, width: remembered }) => {
      const box = row.current?.querySelector(`[data-column=${id}]`)?.getBoundingClientRect()
      return { id, width: box?.width || remembered, least: width.least }
    })
  }
  async function resize(id: string, wanted: number): Promise<void> {
    const { resizeColumn } = await import('./resize-column.ts')
    columns.size(resizeColumn(measured(), id, wanted, isShared))
  }
  async function openMenu(owner: HTMLElement, on?: { column: string; event: MouseEvent }): Promise<void> {
    const { openColumnMenu } = await import('./column-menu.ts')
    await openColumnMenu({ columns, order, roomy, owner, ...(on ? { on } : {}) })
  }
  function hearKey(event: KeyboardEvent): void {
    const titles = [...(row.current?.querySelectorAll<HTMLElement>('.title') ?? [])]
    const at = titles.indexOf(event.target as HTMLElement)
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -titles.length, End: titles.length }[event.key]
    if (at < 0 || step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    titles[Math.max(0, Math.min(titles.length - 1, at + step))]?.focus()
  }

  return (
    <div role="rowgroup" class="header">
      <div ref={row} role="row" class="row" aria-rowindex={1} onKeyDown={hearKey}>
        {drawn.map(({ column, width }, place) => {
          const { id, title, says, align } = column
          const direction = sort?.column === id ? sort.direction : undefined
          return (
            <span
              key={id}
              role="columnheader"
              class={`${id} ${align === 'end' ? 'number' : ''} ${drag?.before === id ? 'target' : ''}`}
              aria-label={title}
              aria-sort={direction}
              data-column={id}
              onContextMenu={(event) => {
                event.preventDefault()
                const owner = event.currentTarget.querySelector('button')
                if (owner) void openMenu(owner, { column: id, event })
              }}
            >
              <button
                type="button"
                class="title"
                tabIndex={id === stopId ? 0 : -1}
                title={says}
                onFocus={() => setStop(id)}
                onPointerDown={(event) => void start(event, id)}
                onClick={() => order.turn(id)}
              >
                <span>{title}</span>
                {direction && <i aria-hidden="true">{direction === 'ascending' ? '▲' : '▼'}</i>}
              </button>
              {(place < drawn.length - 1 || !isShared) && (
                <ColumnEdge
                  column={column}
                  width={width}
                  isStop={id === stopId}
                  measure={() => measured().find((each) => each.id === id)?.width ?? width}
                  onResize={(wanted) => void resize(id, wanted)}
                />
              )}
            </span>
          )
        })}
        <span
          role="columnheader"
          class={`more ${drag && drag.before === undefined ? 'target' : ''}`}
          aria-label="More columns"
        >
          <MenuButton class="tool" aria-label="Columns" title="Choose the columns" open={openMenu}>
            <MoreIcon />
          </MenuButton>
        </span>
      </div>
    </div>
  )
}
