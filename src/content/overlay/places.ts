/** Where elements of a page are, and boxes put just there. */
import { take } from '../instrument/pristine.ts'

const [rectsOf] = take(Element, 'getClientRects')
const [ownerOf] = take(Node, 'ownerDocument')
const [createRange] = take(Document, 'createRange')

/** Of one element: more lines of text, say, would cover the page rather than show it. */
const MOST_RECTS = 20

/** On the screen, px. An element without a box of its own, as one of `display: contents`, is where its content is. */
export function placesOf(element: Element): DOMRect[] {
  const own = [...rectsOf(element)].slice(0, MOST_RECTS)
  const document = ownerOf(element)
  if (own.length > 0 || !document) return own
  const range = createRange(document)
  range.selectNodeContents(element)
  return [...range.getClientRects()].slice(0, MOST_RECTS)
}

export function put(box: HTMLElement, rect: DOMRect | undefined): void {
  box.hidden = !rect
  if (!rect) return
  // An empty element is a line still.
  Object.assign(box.style, {
    left: `${rect.left}px`,
    top: `${rect.top}px`,
    width: `${Math.max(4, rect.width)}px`,
    height: `${Math.max(4, rect.height)}px`,
  })
}
