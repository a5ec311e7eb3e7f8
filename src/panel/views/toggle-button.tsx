/** A button of the toolbar that switches something on and off. */
import type { ComponentChildren } from 'preact'

export interface ToggleButtonProps {
  label: string
  title: string
  isOn: boolean
  onTurn: (on: boolean) => void
  children: ComponentChildren
}

export function ToggleButton({ label, title, isOn, onTurn, children }: ToggleButtonProps) {
  return (
    <button
      type="button"
      class="tool toggle"
      aria-label={label}
      aria-pressed={isOn}
      title={title}
      onClick={() => onTurn(!isOn)}
    >
      {children}
    </button>
  )
}
