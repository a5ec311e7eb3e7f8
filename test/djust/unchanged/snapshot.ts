/** All that a person or a script could find in a page: its DOM, and the state that the DOM does not say. */

export interface Snapshot {
  html: string
  /** A line each: address, what has the focus, what is selected, typed, ticked, scrolled. */
  state: string[]
}

/** Runs in the page, so it closes over nothing. */
export function takeSnapshot(): Snapshot {
  const pathOf = (node: Node | null): string => {
    const path: string[] = []
    for (let at = node; at && at !== document; at = at.parentNode)
      path.unshift(
        `${at.nodeName}[${at.parentNode ? [...at.parentNode.childNodes].indexOf(at as ChildNode) : ''}]`,
      )
    return path.join('/') || 'none'
  }
  const elements = [...document.querySelectorAll<HTMLElement>('*')]
  const state = [`address ${location.href}`, `focus ${pathOf(document.activeElement)}`]
  const selection = getSelection()
  if (selection?.anchorNode)
    state.push(
      `selection ${pathOf(selection.anchorNode)} ${selection.anchorOffset} to ${pathOf(selection.focusNode)} ${selection.focusOffset}`,
    )
  for (const element of elements) {
    const path = pathOf(element)
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      state.push(
        `value ${path} ${element.value} ${'checked' in element && element.checked} caret ${element.selectionStart}-${element.selectionEnd}`,
      )
    if (element instanceof HTMLSelectElement) state.push(`value ${path} ${element.value}`)
    if (element.scrollTop || element.scrollLeft)
      state.push(`scroll ${path} ${element.scrollLeft},${element.scrollTop}`)
    if (element.shadowRoot) state.push(`shadow ${path} ${element.shadowRoot.innerHTML}`)
  }
  return { html: document.documentElement.outerHTML, state }
}
