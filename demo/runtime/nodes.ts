/** Between patches and the DOM: which nodes count, which one a patch means, and how a new one is made. */

import type { VNode } from '../../src/protocol/wire.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The children a path counts: elements, and text that is not blank (djust-wire 5.1). */
export function significantChildren(parent: Node): ChildNode[] {
  return [...parent.childNodes].filter(
    (node) =>
      node.nodeType === Node.ELEMENT_NODE ||
      (node.nodeType === Node.TEXT_NODE && /[^ \t\n\r\f]/.test(node.nodeValue ?? '')),
  )
}

/** By `dj-id` first, by path second. */
export function locate(root: Element, path: readonly number[], id: string | undefined): Node | null {
  const known = id === undefined ? null : byId(root, id)
  if (known) return known
  let node: Node | null = root
  for (const index of path) node = node ? (significantChildren(node)[index] ?? null) : null
  return node
}

function byId(root: Element, id: string): Element | null {
  return root.querySelector(`[dj-id="${CSS.escape(id)}"]`)
}

/** The child a patch names by `child_d`, else the one at that index. */
export function childOf(parent: Node, id: string | undefined, index: number): ChildNode | null {
  const children = significantChildren(parent)
  const named =
    id === undefined
      ? null
      : children.find((node) => node instanceof Element && node.getAttribute('dj-id') === id)
  return named ?? children[index] ?? null
}

/** Builds by DOM calls only: nothing in a patch is ever read as HTML. */
export function createNode(vnode: VNode, parent: Node): ChildNode {
  if (vnode.tag === '#text') return document.createTextNode(vnode.text ?? '')
  if (vnode.tag === '#comment') return document.createComment(vnode.text ?? '')
  const inherited =
    parent instanceof Element && parent.tagName !== 'foreignObject' ? parent.namespaceURI : null
  const isSvg = vnode.tag === 'svg' || inherited === SVG
  const element = isSvg ? document.createElementNS(SVG, vnode.tag) : document.createElement(vnode.tag)
  for (const [name, value] of Object.entries(vnode.attrs)) element.setAttribute(name, value)
  element.append(...vnode.children.map((child) => createNode(child, element)))
  return element
}
