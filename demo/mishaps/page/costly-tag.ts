/** An element that keeps the browser busy when it is put into the page, as one does that measures its surroundings. */

/** ms. */
const BUSY = 10

class CostlyTag extends HTMLElement {
  connectedCallback(): void {
    const until = performance.now() + BUSY
    while (performance.now() < until) void this.offsetWidth
  }
}

/** A script that runs twice must not define it twice. */
export function defineCostlyTag(): void {
  if (!customElements.get('costly-tag')) customElements.define('costly-tag', CostlyTag)
}
