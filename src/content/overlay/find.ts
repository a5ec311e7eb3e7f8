/** Finds elements of a page by selector, also inside open shadow roots where the document itself has none. */
import { take } from '../instrument/pristine.ts'

/**
 * Methods as functions of their receiver: a page cannot reach into this world, but a document answers the name of an image and a
 * form that of its field before their own methods.
 */
const [inDocument] = take(Document, 'querySelectorAll')
const [inRoot] = take(DocumentFragment, 'querySelectorAll')
const [shadowOf] = take(Element, 'shadowRoot')

/** Undefined for a selector that the browser does not read. */
export function findElements(document: Document, selector: string): Element[] | undefined {
  try {
    const found = [...inDocument(document, selector)]
    return found.length > 0 ? found : inShadows(document, selector)
  } catch {
    return undefined
  }
}

/** Costs a look at every element, so it is the last resort. */
function inShadows(document: Document, selector: string): Element[] {
  const found: Element[] = []
  const open = [...inDocument(document, '*')]
  for (let element = open.pop(); element; element = open.pop()) {
    const root = shadowOf(element)
    if (!root) continue
    found.push(...inRoot(root, selector))
    open.push(...inRoot(root, '*'))
  }
  return found
}
