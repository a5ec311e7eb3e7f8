/** A button that shows itself as pressed without waiting for the render that will do so. */

export function bindPressItself(button: HTMLButtonElement): void {
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
  })
}
