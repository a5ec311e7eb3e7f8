/** Reads values out of the HTML that a server rendered a view as. Parsed apart from every page: nothing of it runs or is fetched. */
import type { PatchChange } from './patch-change.ts'

/** Undefined when it does not say; null for an attribute that is not there. */
export function valueIn(html: string, { on, attribute }: PatchChange): string | null | undefined {
  const { body } = new DOMParser().parseFromString(`<body>${html}`, 'text/html')
  const node = 'id' in on ? elementWith(body, on.id) : nodeAt(body, on.path)
  if (!node) return undefined
  if (attribute === undefined) return node.textContent
  return node instanceof Element ? node.getAttribute(attribute) : undefined
}

function elementWith(body: Element, id: string): Element | undefined {
  return [...body.querySelectorAll('[dj-id]')].find((each) => each.getAttribute('dj-id') === id)
}

function nodeAt(body: Node, path: readonly number[]): Node | undefined {
  let at: Node | undefined = body
  for (const step of path) at = at && significantChildren(at)[step]
  return at
}

/** What paths count (djust-wire 5.1): elements, texts that are not blank, and the comments of `dj-if`. */
function significantChildren({ childNodes }: Node): Node[] {
  return [...childNodes].filter(({ nodeType, textContent }) => {
    if (nodeType === Node.TEXT_NODE) return (textContent ?? '').trim() !== ''
    return nodeType === Node.ELEMENT_NODE || (textContent ?? '').includes('dj-if')
  })
}
