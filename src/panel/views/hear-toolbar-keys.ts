/** Arrows lead along the toolbar, as ARIA's pattern for one has it; in its text field they are the caret's. */

const ITEMS = ':is(button, input:not([type=file])):not(:disabled, .completions *, dialog *)'

export function hearToolbarKeys(panel: HTMLElement, stop: AbortSignal): void {
  const toolbar = panel.querySelector<HTMLElement>('[role=toolbar]')
  toolbar?.addEventListener(
    'keydown',
    (event) => {
      const { target, altKey, ctrlKey, metaKey, shiftKey } = event
      if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return
      if (!(target instanceof HTMLElement) || target.matches('[type=text]')) return
      const items = [...toolbar.querySelectorAll<HTMLElement>(ITEMS)]
      const at = items.indexOf(target)
      const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key]
      if (at < 0 || next === undefined) return
      event.preventDefault()
      items.at(next % items.length)?.focus()
    },
    { signal: stop },
  )
}
