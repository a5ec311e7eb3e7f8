/** A dialog over the panel: the browser's own, which keeps the focus inside and gives it back. */
import '../css/dialog.css'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

export interface DialogProps {
  title: ComponentChildren
  children: ComponentChildren
  /** The buttons below. */
  actions: ComponentChildren
  /** Enter in a field, or a button that submits. */
  onSubmit?: () => void
  onClose: () => void
}

export function Dialog({ title, children, actions, onSubmit, onClose }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Else a body that can be scrolled takes it, and is ringed as a whole.
    const field =
      element?.querySelector<HTMLElement>('.body :checked') ??
      element?.querySelector<HTMLElement>('.body :is(input, textarea)')
    field?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      // Whoever closed it: Escape, the browser, or its owner.
      onClose={onClose}
      // What is typed here is not meant for the log.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        <h2 id={id}>{title}</h2>
        <div class="body">{children}</div>
        <div class="actions">{actions}</div>
      </form>
    </dialog>
  )
}
