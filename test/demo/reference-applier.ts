/** Applies patches to a tree as the wire document says, one after another: what `diff` is checked against. */
import { type Element, isSignificant, type Tree } from '../../demo/live/tree.ts'
import type { Patch, VNode } from '../../src/protocol/wire.ts'

/** A changed copy, blank text dropped. @throws Error when a patch does not fit */
export function applyAll(root: Element, patches: readonly Patch[]): Element {
  const copy = withoutBlanks(root)
  for (const patch of patches) apply(copy, patch)
  return copy
}

/** The tree with only what counts, so that two trees that look alike compare alike. */
export function withoutBlanks(root: Element): Element {
  const children = root.children
    .filter(isSignificant)
    .map((child) => (child.kind === 'text' ? { ...child } : withoutBlanks(child)))
  return { ...root, attrs: { ...root.attrs }, children }
}

function apply(root: Element, patch: Patch): void {
  if (!('path' in patch)) throw new Error(`${patch.type} is not expected`)
  const target = locate(root, patch.path, patch.d)
  if (patch.type === 'SetText') {
    if (target.kind !== 'text') throw new Error('SetText must mean a text')
    target.text = patch.text
    return
  }
  if (target.kind !== 'element') throw new Error(`${patch.type} must mean an element`)
  switch (patch.type) {
    case 'SetAttr':
      target.attrs[patch.key] = patch.value
      return
    case 'RemoveAttr':
      delete target.attrs[patch.key]
      return
    case 'InsertChild':
      if (patch.index > target.children.length) throw new Error('InsertChild leaves a gap')
      target.children.splice(patch.index, 0, fromVNode(patch.node))
      return
    case 'RemoveChild': {
      const [removed] = target.children.splice(patch.index, 1)
      if (idOf(removed) !== patch.child_d) throw new Error('RemoveChild names another child than its index')
      return
    }
    case 'MoveChild': {
      const [moved] = target.children.splice(patch.from, 1)
      if (!moved || idOf(moved) !== patch.child_d)
        throw new Error('MoveChild names another child than its index')
      target.children.splice(patch.to, 0, moved)
      return
    }
    default:
      throw new Error(`${patch.type} is not expected`)
  }
}

function locate(root: Element, path: number[], id: string | undefined): Tree {
  if (id !== undefined) {
    const known = findById(root, id)
    if (!known) throw new Error(`nothing has dj-id ${id}`)
    return known
  }
  let node: Tree = root
  for (const index of path) {
    const child: Tree | undefined = node.kind === 'element' ? node.children[index] : undefined
    if (!child) throw new Error(`path ${path} leads nowhere`)
    node = child
  }
  return node
}

function findById(root: Element, id: string): Element | null {
  for (const child of root.children) {
    if (child.kind === 'text') continue
    const found = child.id === id ? child : findById(child, id)
    if (found) return found
  }
  return null
}

function idOf(node: Tree | undefined): string | undefined {
  return node?.kind === 'element' ? node.id : undefined
}

function fromVNode(node: VNode): Tree {
  if (node.tag === '#text') return { kind: 'text', text: node.text ?? '' }
  const element: Element = {
    kind: 'element',
    tag: node.tag,
    attrs: { ...node.attrs },
    children: node.children.map(fromVNode),
    id: node.attrs['dj-id'] ?? '',
  }
  return withoutBlanks(element)
}
