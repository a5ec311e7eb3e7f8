/** Elements of the page's own that react to what djust patches; with `slow` they take their time, as a chart may that draws itself anew. */

function busy(ms) {
  const end = performance.now() + ms
  while (performance.now() < end);
}

export function defineElements(slow) {
  const take = (ms) => slow && busy(ms)

  class OnChange extends HTMLElement {
    static observedAttributes = ['value']
    attributeChangedCallback(_name, before, value) {
      if (before === null) return
      take(this.localName === 'slow-dot' ? 20 : 180)
      this.title = value
    }
  }
  class OnConnect extends HTMLElement {
    connectedCallback() {
      if (document.readyState === 'complete') take(200)
    }
  }
  customElements.define('slow-meter', class extends OnChange {})
  customElements.define('slow-dot', class extends OnChange {})
  customElements.define('slow-badge', OnConnect)
}
