/**
 * Runs the scripts inside a view that was mounted, by making each anew. As on the real client, one that had run while the page
 * was read runs a second time, and none runs a third (djust-wire 6.2).
 */

/** The runtime's own mark, which no render takes away. */
export const RAN = 'data-djust-script-ran'

export function runScripts(root: Element): void {
  for (const old of root.querySelectorAll(`script:not([${RAN}])`)) {
    const type = old.getAttribute('type')?.trim().toLowerCase() ?? ''
    if (type !== '' && type !== 'text/javascript') continue
    const fresh = document.createElement('script')
    for (const { name, value } of old.attributes) fresh.setAttribute(name, value)
    fresh.setAttribute(RAN, 'true')
    fresh.textContent = old.textContent
    old.replaceWith(fresh)
  }
}
