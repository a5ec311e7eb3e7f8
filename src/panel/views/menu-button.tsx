/** A button that opens a menu below itself. The menu comes when it is asked for. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export interface MenuButtonProps {
  /** What it is read as. */
  title: string
  /** Settled when the menu is closed again. */
  open: (button: HTMLElement) => Promise<void>
  children: ComponentChildren
}

export function MenuButton({ title, open, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  async function show(button: HTMLElement): Promise<void> {
    setOpen(true)
    try {
      await open(button)
    } finally {
      setOpen(false)
    }
  }
  return (
    <button
      type="button"
      class="copy"
      title={title}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={({ currentTarget }) => void show(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        void show(event.currentTarget)
      }}
    >
      {children} <span aria-hidden="true">▾</span>
    </button>
  )
}
