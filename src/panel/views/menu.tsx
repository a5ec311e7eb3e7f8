/** A menu: laid out inside the window, moved through by keys and letters, and gone when the focus goes elsewhere. */
import { Fragment, render } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { createMenuKeys } from './menu-keys.ts'
import { type Box, placeBeside } from './place-beside.ts'

export interface MenuItem {
  title: string
  /** A sentence: why it cannot be chosen. It is shown all the same, and does nothing. */
  why?: string
  run: () => void
}

export interface MenuGroup {
  title?: string
  items: readonly MenuItem[]
}

export interface MenuOptions {
  label: string
  /** None of them empty. */
  groups: readonly MenuGroup[]
  /** Beside what it opens. */
  at: Box
  /** What it belongs to, inside the panel: gets the focus back. */
  owner: HTMLElement
}

/** Settled when it is closed; what was chosen has been begun then. */
export function openMenu({ owner, ...options }: MenuOptions): Promise<void> {
  return new Promise((resolve) => {
    const root = document.createElement('div')
    let isOpen = true
    const close = (refocus: boolean) => {
      // Taking it away takes the focus from it, which would close it again.
      if (!isOpen) return
      isOpen = false
      render(null, root)
      root.remove()
      if (refocus && owner.isConnected) owner.focus({ preventScroll: true })
      resolve()
    }
    // Colours are told inside the panel.
    const panel = owner.closest('.djust-panel') ?? document.body
    panel.append(root)
    render(<Menu {...options} onClose={close} />, root)
  })
}

type MenuProps = Omit<MenuOptions, 'owner'> & { onClose: (refocus: boolean) => void }

function Menu({ label, groups, at, onClose }: MenuProps) {
  const root = useRef<HTMLDivElement>(null)
  const items = groups.flatMap((group) => group.items)
  const [lead] = useState(() => createMenuKeys(items.map(({ title }) => title)))
  const elements = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useLayoutEffect(() => {
    const menu = root.current
    if (!menu) return
    // Above everything, and measured by the window whatever the panel is in.
    menu.showPopover()
    const room = { width: window.innerWidth, height: window.innerHeight }
    const { left, top } = placeBeside(at, menu.getBoundingClientRect(), room)
    menu.style.left = `${left}px`
    menu.style.top = `${top}px`
    elements()[0]?.focus({ preventScroll: true })
  }, [])

  function choose({ why, run }: MenuItem): void {
    if (why !== undefined) return
    onClose(true)
    run()
  }
  function hearKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      onClose(true)
      // With the focus back where it was, Tab takes it on from there.
      if (event.key === 'Escape') event.preventDefault()
      return
    }
    const next = lead(event, elements().indexOf(document.activeElement as HTMLElement))
    if (next === undefined) return
    elements()[next]?.focus()
    event.preventDefault()
  }

  return (
    <div
      ref={root}
      class="menu"
      role="menu"
      aria-label={label}
      popover="manual"
      onKeyDown={hearKey}
      onContextMenu={(event) => event.preventDefault()}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) onClose(false)
      }}
    >
      {groups.map((group, index) => (
        <Fragment key={index}>
          {index > 0 && <hr />}
          <Group group={group} onChoose={choose} />
        </Fragment>
      ))}
    </div>
  )
}

function Group({
  group: { title, items },
  onChoose,
}: {
  group: MenuGroup
  onChoose: (item: MenuItem) => void
}) {
  return (
    <div role="group" {...(title === undefined ? {} : { 'aria-label': title })}>
      {title !== undefined && (
        <div class="title" aria-hidden="true">
          {title}
        </div>
      )}
      {items.map((item) => (
        <button
          key={item.title}
          type="button"
          role="menuitem"
          tabIndex={-1}
          {...(item.why === undefined ? {} : { 'aria-disabled': true })}
          onClick={() => onChoose(item)}
          onPointerMove={({ currentTarget }) => {
            if (document.activeElement !== currentTarget) currentTarget.focus({ preventScroll: true })
          }}
        >
          {item.title}
          {item.why !== undefined && <span class="why"> {item.why}</span>}
        </button>
      ))}
    </div>
  )
}
