/** Opens and closes the menu of the columns, whose view is fetched when it is first wanted. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ColumnMenu } from './column-menu.tsx'

/** Where a menu opens, px in the window. */
interface Point {
  x: number
  y: number
}

interface OpenMenu {
  View: typeof ColumnMenu
  at: Point
  /** The column whose header it was opened on. */
  of: string | undefined
}

export interface ColumnMenuOpener {
  isOpen: boolean
  open(event: MouseEvent & { currentTarget: HTMLElement }, of: string | undefined): void
}

export function useColumnMenu() {
  const [menu, setMenu] = useState<OpenMenu>()
  const opener = useRef<HTMLElement | null>(null)
  /** A header that was moved has lost the focus by the time it stands where it belongs. */
  const isBack = useRef(false)
  useLayoutEffect(() => {
    if (menu || !isBack.current) return
    isBack.current = false
    opener.current?.focus()
  }, [menu])

  async function open(at: Point, of: string | undefined): Promise<void> {
    const { ColumnMenu: View } = await import('./column-menu.tsx')
    setMenu({ View, at, of })
  }
  return {
    menu,
    opener: {
      isOpen: menu !== undefined,
      open(event, of) {
        event.preventDefault()
        const target = event.currentTarget
        opener.current = target.matches('button') ? target : target.querySelector('button')
        void open(placeOf(event), of)
      },
    } satisfies ColumnMenuOpener,
    close: useCallback((where: 'back' | 'elsewhere') => {
      isBack.current = where === 'back'
      setMenu(undefined)
    }, []),
  }
}

/** Where the mouse is; below what has the focus, for a key has no place. */
function placeOf({ clientX, clientY, currentTarget, type, detail }: MouseEvent): Point {
  const isByMouse = type === 'contextmenu' ? clientX > 0 || clientY > 0 : detail > 0 && clientX > 0
  if (isByMouse || !(currentTarget instanceof Element)) return { x: clientX, y: clientY }
  const { left, bottom } = currentTarget.getBoundingClientRect()
  return { x: left, y: bottom }
}
