/** Lets the panel take Escape without Firefox's toolbox opening its console over it. */

/**
 * Firefox's toolbox hears every Escape before the panel does, and toggles its console; it hears it once more, and toggles it
 * back, when the panel's process answers that the key is still to be had. So the key itself must stay untouched: the panel is
 * given another one, which it may take. Where the browser itself does something with Escape, as in a search field, nothing helps:
 * the panel has none. Seen in Firefox 153.
 */
export function spareEscape(window: Window, stop: AbortSignal): void {
  let other: KeyboardEvent | undefined
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event === other || event.isComposing) return
      event.stopImmediatePropagation()
      const { key, code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event
      const held = { altKey, ctrlKey, metaKey, shiftKey, repeat }
      other = new KeyboardEvent('keydown', { key, code, ...held, bubbles: true, cancelable: true })
      event.target?.dispatchEvent(other)
    },
    { capture: true, signal: stop },
  )
}
