/** Waits until no pointer is pressed: what moves the page under a press would take the click from its button. */

let isPressed = false
document.addEventListener(
  'pointerdown',
  () => {
    isPressed = true
  },
  { capture: true },
)
for (const end of ['pointerup', 'pointercancel'])
  document.addEventListener(
    end,
    () => {
      isPressed = false
    },
    { capture: true },
  )

/** At once, or just after the click that a press under way ends with. */
export function afterPress(work: () => void): void {
  if (!isPressed) {
    work()
    return
  }
  const done = new AbortController()
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(
      end,
      () => {
        done.abort()
        setTimeout(work)
      },
      { signal: done.signal },
    )
}
