/** Gives every element its `dj-id`: the one it had in the last render, or the next of the view's base-62 counter. */

import { align } from './align.ts'
import { type Element, keyOf, type Tree } from './tree.ts'

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Hands out ids that never repeat within one view, the same for the same order of renders. */
export function createIds(): () => string {
  let next = 0
  return () => base62(next++)
}

function base62(value: number): string {
  const digit = DIGITS[value % 62] ?? '0'
  return value < 62 ? digit : base62(Math.floor(value / 62)) + digit
}

/** Stamps `next` in place. Elements with a key keep their id wherever they went, others while their order holds. */
export function stamp(next: Element, previous: Element | null, nextId: () => string): void {
  const survivors = previous ? match(previous, next) : new Map<Element, Element>()
  for (const child of elementsOf(next)) {
    const before = survivors.get(child) ?? null
    child.id = before ? before.id : nextId()
    child.attrs['dj-id'] = child.id
    stamp(child, before, nextId)
  }
}

function match(previous: Element, next: Element): Map<Element, Element> {
  const found = new Map<Element, Element>()
  const keyed = new Map<string, Element>()
  for (const element of elementsOf(previous)) {
    const name = keyedName(element)
    if (name !== null && !keyed.has(name)) keyed.set(name, element)
  }
  for (const element of elementsOf(next)) {
    const name = keyedName(element)
    const before = name === null ? undefined : keyed.get(name)
    if (name === null || !before) continue
    found.set(element, before)
    keyed.delete(name)
  }
  const before = elementsOf(previous).filter((element) => keyOf(element) === null)
  const after = elementsOf(next).filter((element) => keyOf(element) === null)
  for (const [i, j] of align(before, after, likeness)) {
    const [old, fresh] = [before[i], after[j]]
    if (old && fresh) found.set(fresh, old)
  }
  return found
}

function keyedName(element: Element): string | null {
  const key = keyOf(element)
  return key === null ? null : `${element.tag} ${key}`
}

function likeness(a: Element, b: Element): number {
  if (a.tag !== b.tag) return 0
  const same = ['name', 'class', 'type'].filter((name) => a.attrs[name] === b.attrs[name])
  return 1 + same.length
}

function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child: Tree) => child.kind === 'element')
}
