/** A button that opens a menu below itself. The menu comes when it is asked for. */
import type { ButtonHTMLAttributes } from 'preact'
import { useState } from 'preact/hooks'

export interface MenuButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'open'> {
  /** Settled when the menu is closed again. */
  open: (button: HTMLElement) => Promise<void>
}

export function MenuButton({ open, ...attributes }: MenuButtonProps) {
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
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={({ currentTarget }) => void show(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        void show(event.currentTarget)
      }}
      {...attributes}
    />
  )
}
