/** The menu of the columns: which are shown, where one stands, and how it was at first. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { COLUMNS } from '../../core/columns/columns.ts'
import { NAME } from '../store/chosen-columns.ts'
import type { Columns } from '../store/columns.ts'
import type { DrawnColumn } from './fit-columns.ts'
import { itemForKey } from './menu-keys.ts'

export interface ColumnMenuProps {
  columns: Columns
  drawn: readonly DrawnColumn[]
  /** px in the window. */
  at: { x: number; y: number }
  /** The column that can be moved. */
  of: string | undefined
  /** `back` where the focus returns to what opened it. */
  onClose: (where: 'back' | 'elsewhere') => void
}

export function ColumnMenu({ columns, drawn, at, of, onClose }: ColumnMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const ids = drawn.map(({ column }) => column.id)
  const place = of === undefined ? -1 : ids.indexOf(of)
  const isDrawn = new Set(ids)
  const isChosen = new Set(columns.chosen.value.map(({ id }) => id))

  useLayoutEffect(() => {
    if (menu.current) putInside(menu.current, at)
    menu.current?.querySelector<HTMLElement>('button')?.focus()
  }, [at])

  useLayoutEffect(() => {
    const done = new AbortController()
    const leave = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) onClose('elsewhere')
    }
    document.addEventListener('pointerdown', leave, { signal: done.signal, capture: true })
    return () => done.abort()
  }, [onClose])

  function move(before: string | undefined): void {
    if (of !== undefined) columns.move(of, before)
    onClose('back')
  }
  function hearKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose('back')
      return
    }
    const items = [...event.currentTarget.querySelectorAll('button')]
    const next = itemForKey(
      event.key,
      items,
      items.find((item) => item === document.activeElement),
    )
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    <div ref={menu} class="menu" role="menu" aria-label="Columns" onKeyDown={hearKey}>
      {place > 0 && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={() => move(ids[place - 1])}>
          Move left
        </button>
      )}
      {place >= 0 && place < ids.length - 1 && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={() => move(ids[place + 2])}>
          Move right
        </button>
      )}
      {place >= 0 && ids.length > 1 && <hr />}
      {COLUMNS.map(({ id, title, says }) => (
        <button
          key={id}
          type="button"
          role="menuitemcheckbox"
          tabIndex={-1}
          aria-checked={isChosen.has(id) ? isDrawn.has(id) || 'mixed' : false}
          aria-disabled={id === NAME}
          title={says}
          onClick={() => (isDrawn.has(id) ? columns.hide(id) : columns.keep(id))}
        >
          {title}
          {isChosen.has(id) && !isDrawn.has(id) && <span class="quiet"> · no room</span>}
        </button>
      ))}
      <hr />
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        onClick={() => {
          columns.reset()
          onClose('back')
        }}
      >
        Reset columns
      </button>
    </div>
  )
}

/** Beside the place where it was asked for, and inside of the panel whatever its size. */
function putInside(menu: HTMLElement, { x, y }: { x: number; y: number }): void {
  const house = menu.closest('.djust-panel')?.getBoundingClientRect()
  const origin = menu.offsetParent?.getBoundingClientRect()
  if (!house || !origin) return
  menu.style.maxHeight = `${house.height - 8}px`
  const { width, height } = menu.getBoundingClientRect()
  const left = Math.max(house.left + 4, Math.min(x, house.right - width - 4))
  const top = Math.max(house.top + 4, Math.min(y, house.bottom - height - 4))
  menu.style.left = `${left - origin.left}px`
  menu.style.top = `${top - origin.top}px`
}
