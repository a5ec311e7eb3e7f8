/** HTML as the tree a browser would build of it (parse5), and back. */

import type { DefaultTreeAdapterTypes } from 'parse5'
import { defaultTreeAdapter, html, parseFragment } from 'parse5'

interface Text {
  kind: 'text'
  text: string
}

export interface Element {
  kind: 'element'
  tag: string
  attrs: Record<string, string>
  children: Tree[]
  /** Its `dj-id`; empty until stamped, and for the view's root, which the page owns. */
  id: string
}

export type Tree = Text | Element

/** The children of a view's root, wrapped in a root that stands for `<div dj-view>`. Comments are dropped. */
export function parseTree(source: string): Element {
  const context = defaultTreeAdapter.createElement('div', html.NS.HTML, [])
  const fragment = parseFragment(context, source, {})
  return { kind: 'element', tag: 'div', attrs: {}, children: childrenOf(fragment), id: '' }
}

function childrenOf(parent: DefaultTreeAdapterTypes.ParentNode): Tree[] {
  return parent.childNodes.flatMap((node): Tree[] => {
    if (node.nodeName === '#text')
      return [{ kind: 'text', text: (node as DefaultTreeAdapterTypes.TextNode).value }]
    if (!('tagName' in node)) return []
    const attrs = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    return [{ kind: 'element', tag: node.tagName, attrs, children: childrenOf(node), id: '' }]
  })
}

/** Whether a child counts in a patch path: an element, or text that is not blank (djust-wire 5.1). */
export function isSignificant(node: Tree): boolean {
  return node.kind === 'element' || /[^ \t\n\r\f]/.test(node.text)
}

/** What tells one list item from another across renders: `dj-key`, else `id`. */
export function keyOf(element: Element): string | null {
  return element.attrs['dj-key'] ?? element.attrs['id'] ?? null
}

/** Whether the page alone owns what is inside, so the server neither patches nor replaces it. */
export function isIgnored(element: Element): boolean {
  return element.attrs['dj-update'] === 'ignore'
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const RAW = new Set(['script', 'style'])

/** The inner HTML of a root: what `mount` and `html_update` carry. */
export function toHtml(root: Element): string {
  return root.children.map((child) => outerHtml(child, root.tag)).join('')
}

function outerHtml(node: Tree, parent: string): string {
  if (node.kind === 'text') return RAW.has(parent) ? node.text : escapeText(node.text)
  const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
  const open = `<${node.tag}${attrs.join('')}>`
  if (VOID.has(node.tag)) return open
  const inner = toHtml(node)
  // A browser swallows the first newline of these, so it takes two to keep one.
  const newline = (node.tag === 'textarea' || node.tag === 'pre') && inner.startsWith('\n') ? '\n' : ''
  return `${open}${newline}${inner}</${node.tag}>`
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;')
}
