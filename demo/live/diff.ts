/** What must be done to one stamped tree to make it another, as djust's patches (djust-wire 5.1, 8.2). */

import type { Patch, VNode } from '../../src/protocol/wire.ts'
import { align } from './align.ts'
import { type Element, isIgnored, isSignificant, keyOf, type Tree } from './tree.ts'

interface Phases {
  removes: Patch[]
  moves: Patch[]
  inserts: Patch[]
  rest: Patch[]
}

/**
 * Patches in the order in which the client applies them anyway (removals from the end, moves, insertions, then the
 * rest), so sorting changes nothing. Paths are those of the new tree: only text has no `dj-id`, and text is set last.
 */
export function diff(previous: Element, next: Element): Patch[] {
  const phases: Phases = { removes: [], moves: [], inserts: [], rest: [] }
  diffElement(previous, next, [], phases)
  return [...phases.removes, ...phases.moves, ...phases.inserts, ...phases.rest]
}

function diffElement(previous: Element, next: Element, path: number[], phases: Phases): void {
  const target = { path, ...(next.id && { d: next.id }) }
  for (const [key, value] of Object.entries(next.attrs)) {
    if (previous.attrs[key] !== value) phases.rest.push({ type: 'SetAttr', ...target, key, value })
  }
  for (const key of Object.keys(previous.attrs)) {
    if (!Object.hasOwn(next.attrs, key)) phases.rest.push({ type: 'RemoveAttr', ...target, key })
  }
  if (!isIgnored(next)) diffChildren(previous, next, target, phases)
}

function diffChildren(
  previous: Element,
  next: Element,
  target: { path: number[]; d?: string },
  phases: Phases,
): void {
  const before = previous.children.filter(isSignificant)
  const after = next.children.filter(isSignificant)
  const kept = pairUp(before, after)
  const keptBefore = new Set(kept.values())

  for (let index = before.length - 1; index >= 0; index -= 1) {
    const child = before[index] as Tree
    if (!keptBefore.has(child))
      phases.removes.push({ type: 'RemoveChild', ...target, index, ...childId(child) })
  }
  arrange(
    before.filter((child) => keptBefore.has(child)),
    after,
    kept,
    target,
    phases,
  )
  for (const [index, child] of after.entries()) {
    const old = kept.get(child)
    if (!old) phases.inserts.push({ type: 'InsertChild', ...target, index, node: toVNode(child) })
    else if (child.kind === 'element') diffElement(old as Element, child, [...target.path, index], phases)
    else if ((old as { text: string }).text !== child.text)
      phases.rest.push({ type: 'SetText', path: [...target.path, index], text: child.text })
  }
}

/** New child to the old one it continues: elements by id, text where the order allows it. */
function pairUp(before: Tree[], after: Tree[]): Map<Tree, Tree> {
  const kept = new Map<Tree, Tree>()
  const byId = new Map(before.flatMap((node) => (node.kind === 'element' ? [[node.id, node] as const] : [])))
  for (const node of after) {
    const old = node.kind === 'element' ? byId.get(node.id) : undefined
    if (old) kept.set(node, old)
  }
  const hasText = (nodes: Tree[]) => nodes.some((node) => node.kind === 'text')
  // Aligning costs before × after, and only text needs it.
  if (!hasText(before) || !hasText(after)) return kept
  for (const [i, j] of align(before, after, fit)) {
    const [old, node] = [before[i], after[j]]
    if (old && node) kept.set(node, old)
  }
  return kept
}

function fit(a: Tree, b: Tree): number {
  if (a.kind === 'element') return b.kind === 'element' && a.id === b.id ? 4 : 0
  if (b.kind === 'element') return 0
  return a.text === b.text ? 2 : 1
}

/** Moves only towards the front: there, counting the moved child or not gives the same place, and clients differ. */
function arrange(
  list: Tree[],
  after: Tree[],
  kept: Map<Tree, Tree>,
  target: { path: number[]; d?: string },
  phases: Phases,
): void {
  const wanted = after.flatMap((node) => kept.get(node) ?? [])
  for (const [to, child] of wanted.entries()) {
    if (list[to] === child) continue
    const from = list.indexOf(child)
    list.splice(from, 1)
    list.splice(to, 0, child)
    phases.moves.push({ type: 'MoveChild', ...target, from, to, ...childId(child) })
  }
}

function childId(child: Tree): { child_d?: string } {
  return child.kind === 'element' ? { child_d: child.id } : {}
}

function toVNode(node: Tree): VNode {
  if (node.kind === 'text') return { tag: '#text', attrs: {}, children: [], text: node.text, key: null }
  const { tag, attrs, id } = node
  return { tag, attrs, children: node.children.map(toVNode), text: null, key: keyOf(node), djust_id: id }
}
