/** Shows that a form is being submitted: `dj-form-pending="hide|show|disabled"` inside it. */

const MARK = 'data-djust-form-pending'

/** Returns the way back. */
export function markPending(form: HTMLFormElement): () => void {
  show(form, true)
  return () => show(form, false)
}

export function isPending(form: HTMLFormElement): boolean {
  return form.hasAttribute(MARK)
}

function show(form: HTMLFormElement, pending: boolean): void {
  if (pending) form.setAttribute(MARK, 'true')
  else form.removeAttribute(MARK)
  for (const element of form.querySelectorAll<HTMLElement>('[dj-form-pending]')) {
    const way = element.getAttribute('dj-form-pending')
    if (way === 'disabled') element.toggleAttribute('disabled', pending)
    else element.hidden = (way === 'hide') === pending
  }
}
