/** A menu: laid out inside the window, moved through by keys and letters, and gone when the focus goes elsewhere. */
import '../css/menu.css'
import { render } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type MenuGroup, type MenuItem, MenuItems } from './menu-items.tsx'
import { createMenuKeys } from './menu-keys.ts'
import { type Box, placeBeside } from './place-beside.ts'

export interface MenuOptions {
  label: string
  /** Asked again when a signal that it read has changed. No group is empty. */
  groups: () => readonly MenuGroup[]
  /** Beside what it opens. */
  at: Box
  /** What it belongs to, inside the panel: gets the focus back. A button of the menu closes it, too. */
  owner: HTMLElement
}

/** The one that is open. */
let open: { owner: HTMLElement; close: (refocus: boolean) => void } | undefined

/** Settled when it is closed; what was chosen has been begun then. */
export function openMenu(options: MenuOptions): Promise<void> {
  const { owner } = options
  const isTurnedOff = open?.owner === owner && isMenuButton(owner)
  open?.close(isTurnedOff)
  if (isTurnedOff) return Promise.resolve()
  return new Promise((resolve) => {
    const root = document.createElement('div')
    const focusOwner = () => owner.isConnected && owner.focus({ preventScroll: true })
    // Firefox's toolbox takes the focus for a moment around every Escape, and gives back to the window what is no longer there.
    const focusLost = () => document.activeElement === document.body && focusOwner()
    const close = (refocus: boolean) => {
      // Taking it away takes the focus from it, which would close it again.
      if (open !== mine) return
      open = undefined
      render(null, root)
      root.remove()
      if (refocus) focusOwner()
      else if (!document.hasFocus()) window.addEventListener('focus', focusLost, { once: true })
      resolve()
    }
    const mine = { owner, close }
    open = mine
    // Colours are told inside the panel.
    const panel = owner.closest('.djust-panel') ?? document.body
    panel.append(root)
    render(<Menu {...options} onClose={close} />, root)
  })
}

function isMenuButton(owner: HTMLElement): boolean {
  return owner.getAttribute('aria-haspopup') === 'menu'
}

function Menu({ label, groups, at, owner, onClose }: MenuOptions & { onClose: (refocus: boolean) => void }) {
  const root = useRef<HTMLDivElement>(null)
  const [lead] = useState(createMenuKeys)
  const shown = groups()
  const buttons = () => [...(root.current?.querySelectorAll('button') ?? [])]
  useLayoutEffect(() => {
    const menu = root.current
    if (!menu) return
    // Above everything, and measured by the window whatever the panel is in.
    menu.showPopover()
    const room = { width: window.innerWidth, height: window.innerHeight }
    const { left, top } = placeBeside(at, menu.getBoundingClientRect(), room)
    menu.style.left = `${left}px`
    menu.style.top = `${top}px`
    buttons()[0]?.focus({ preventScroll: true })
  }, [])

  function choose({ why, checked, run }: MenuItem): void {
    if (why !== undefined) return
    if (checked === undefined) onClose(true)
    run()
  }
  function hearKey(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' || event.key === 'Tab') {
      onClose(true)
      // With the focus back where it was, Tab takes it on from there.
      if (event.key === 'Escape') event.preventDefault()
      return
    }
    const all = buttons()
    const titles = shown.flatMap(({ items }) => items.map(({ title }) => title))
    const next = lead(event, all.indexOf(document.activeElement as HTMLButtonElement), titles)
    if (next === undefined) return
    all[next]?.focus()
    event.preventDefault()
  }
  function hearFocusGo(to: EventTarget | null): void {
    if (to instanceof Node && root.current?.contains(to)) return
    // A click on its button closes it by itself.
    if (to === owner && isMenuButton(owner)) return
    onClose(false)
  }

  return (
    <div
      ref={root}
      class="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      popover="manual"
      onKeyDown={hearKey}
      onContextMenu={(event) => event.preventDefault()}
      onFocusOut={({ relatedTarget }) => hearFocusGo(relatedTarget)}
    >
      <MenuItems groups={shown} onChoose={choose} />
    </div>
  )
}
