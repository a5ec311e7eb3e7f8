/** Applies a batch of patches to the page (djust-wire 5.1). */

import type { Patch } from '../../src/protocol/wire.ts'
import { djust } from './djust.ts'
import { childOf, createNode, locate, significantChildren } from './nodes.ts'
import { isField, showValue } from './typed-value.ts'

const PHASES: readonly Patch['type'][] = ['RemoveSubtree', 'RemoveChild', 'MoveChild', 'InsertChild']

/** False as soon as a patch does not fit the page: it is not what the server thinks, and must be recovered. */
export function applyPatches(root: Element, patches: readonly Patch[]): boolean {
  try {
    return inPhases(patches).every((patch) => applyPatch(root, patch))
  } catch (problem) {
    console.error('[djust] a patch could not be applied', problem)
    return false
  } finally {
    djust()._flushVirtualKeyedOps()
  }
}

function inPhases(patches: readonly Patch[]): Patch[] {
  const rank = ({ type }: Patch) => (PHASES.includes(type) ? PHASES.indexOf(type) : PHASES.length)
  return patches.toSorted((a, b) => {
    if (a.type === 'RemoveChild' && b.type === 'RemoveChild' && a.path.join() === b.path.join())
      return b.index - a.index
    return rank(a) - rank(b)
  })
}

function applyPatch(root: Element, patch: Patch): boolean {
  if (patch.type === 'RemoveSubtree') return false
  const target = locate(root, patch.path, patch.d)
  if (!target) return false
  switch (patch.type) {
    case 'SetText':
      return setText(target, patch.text)
    case 'SetAttr':
      return target instanceof Element && setAttribute(target, patch.key, patch.value)
    case 'RemoveAttr':
      if (target instanceof Element) target.removeAttribute(patch.key)
      return target instanceof Element
    case 'Replace':
      if (!target.parentNode) return false
      target.parentNode.replaceChild(createNode(patch.node, target.parentNode), target)
      return true
    case 'InsertChild':
      target.insertBefore(createNode(patch.node, target), significantChildren(target)[patch.index] ?? null)
      return true
    case 'RemoveChild':
      return removeChild(target, childOf(target, patch.child_d, patch.index))
    case 'MoveChild':
      return moveChild(target, childOf(target, patch.child_d, patch.from), patch.to)
    default:
      console.warn(`[djust] unknown patch ${patch.type}`)
      return false
  }
}

function setText(target: Node, text: string): boolean {
  target.textContent = text
  if (isField(target.parentNode)) showValue(target.parentNode, text)
  return true
}

function setAttribute(target: Element, key: string, value: string): boolean {
  target.setAttribute(key, value)
  if (key === 'value' && isField(target)) showValue(target, value)
  return true
}

function removeChild(parent: Node, child: ChildNode | null): boolean {
  child?.remove()
  return child?.parentNode !== parent && child !== null
}

type Movable = Node & { moveBefore?(node: Node, before: Node | null): void }

/** `moveBefore` keeps focus and scroll where a browser has it. */
function moveChild(parent: Movable, child: ChildNode | null, to: number): boolean {
  if (!child) return false
  const before = significantChildren(parent).filter((node) => node !== child)[to] ?? null
  if (parent.moveBefore) parent.moveBefore(child, before)
  else parent.insertBefore(child, before)
  return true
}
