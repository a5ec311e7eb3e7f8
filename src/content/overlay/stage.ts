/** Where the overlay draws: one element of ours over everything the page has, which neither hears nor stops anything. */
import { take } from '../instrument/pristine.ts'

const [rootOf, createElement] = take(Document, 'documentElement', 'createElement') as unknown as [
  (document: Document) => Element | null,
  (document: Document, name: string) => HTMLElement,
]
const [append, remove] = take(Element, 'append', 'remove')
const [isConnected] = take(Node, 'isConnected')

/** Important and on the element itself: nothing that a page's own styles say is stronger. */
const HOST = `all: initial !important; position: fixed !important; inset: 0 !important; display: block !important;
  pointer-events: none !important; z-index: 2147483647 !important; overflow: visible !important`
/** A page that takes it away every time means it. */
const MOST_RETURNS = 3

export interface Stage {
  /** A new element, on the stage and beside it. */
  add(): HTMLElement
  make(name: string): HTMLElement
  /** Puts the stage over the page again where the page has taken it away. */
  hold(): void
  /** Takes an element away, and with the last one the stage. The next element brings it back. */
  drop(element: HTMLElement): void
}

export function createStage(document: Document): Stage {
  let host: HTMLElement | undefined
  let root: ShadowRoot | undefined
  let returns = 0

  function raise(element: HTMLElement): void {
    const parent = rootOf(document)
    if (!parent) return
    append(parent, element)
    try {
      // The top layer: over dialogs too, and free of whatever the page transforms or clips.
      element.popover = 'manual'
      element.showPopover()
    } catch {}
    // A page may forbid it; then the highest of the ordinary ones must do.
    if (!element.matches(':popover-open')) element.popover = null
  }

  return {
    make: (name) => createElement(document, name),
    add() {
      if (!host) {
        host = createElement(document, 'djust-devtools-overlay')
        host.style.cssText = HOST
        host.ariaHidden = 'true'
        // Closed, so that no script of the page finds what is in it.
        root = host.attachShadow({ mode: 'closed' })
        returns = 0
        raise(host)
      }
      const element = createElement(document, 'div')
      root?.append(element)
      return element
    },
    hold() {
      if (!host || isConnected(host) || returns === MOST_RETURNS) return
      returns += 1
      raise(host)
    },
    drop(element) {
      element.remove()
      if (!host || root?.firstChild) return
      remove(host)
      host = undefined
      root = undefined
    },
  }
}
