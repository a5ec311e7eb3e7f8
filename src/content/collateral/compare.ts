/** What a re-render did to the person's place in a page, from what stood before and after it. Values are never said. */
import type { FactOf } from '../../protocol/facts.ts'
import { describe } from '../instrument/describe.ts'
import { isField, type Place, type Scroll, type Scrolls, scrollOf } from './place.ts'

/** The fact without its stamp; a part that is absent stayed as it was. */
export type Told = Omit<FactOf<'collateral'>, 'type' | 'seq' | 'at' | 'frame' | 'meddled'>

export function compare(before: Place, after: Place): Told {
  return {
    ...focusOf(before, after),
    ...caretOf(before, after),
    ...composition(before, after),
    ...valuesOf(before, after),
  }
}

function focusOf({ focus: from }: Place, { focus: to }: Place): Told {
  if (!from || from === to) return {}
  return { focus: { from: nameOf(from), ...(to ? { to: nameOf(to) } : {}) } }
}

function caretOf({ caret: from }: Place, { caret: to }: Place): Told {
  if (!from || !to || from.element !== to.element) return {}
  if (from.from === to.from && from.to === to.to) return {}
  if (from.tie && from.tie.node === to.tie?.node && from.tie.offset === to.tie.offset) return {}
  return { caret: { element: nameOf(from.element), from: [from.from, from.to], to: [to.from, to.to] } }
}

/** A composition ends when its text is taken from under it, or its field goes. */
function composition({ composing: from }: Place, { composing: to }: Place): Told {
  return from && (from !== to || !from.isConnected) ? { composition: nameOf(from) } : {}
}

function valuesOf(before: Place, after: Place): Told {
  const typed: NonNullable<Told['typed']> = []
  for (const [field, value] of before.values) {
    if (value === '') continue
    const element = nameOf(field)
    const gone = !field.isConnected
    if (!gone && after.values.get(field) === value) continue
    const now = gone ? undefined : (after.values.get(field) ?? '').length
    // Not even the length of a password is said.
    const lengths = isSecret(field) ? {} : { from: value.length, ...(now === undefined ? {} : { to: now }) }
    typed.push({ element, ...lengths, ...(gone ? { gone } : {}) })
  }
  return typed.length > 0 ? { typed } : {}
}

const isSecret = (field: Element) => isField(field) && field.type === 'password'

/** How far what a person had scrolled has moved by itself, px, asked for once the page is laid out. A box that is gone has lost all of it. */
export function scrolledOf(before: Scrolls): Told['scrolled'] {
  const scrolled: NonNullable<Told['scrolled']> = []
  for (const [element, from] of before) {
    const gone = !element.isConnected
    const to = gone ? { x: 0, y: 0 } : scrollOf(element)
    if (!gone && isInSight(from)) continue
    const by = { x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) }
    if (by.x !== 0 || by.y !== 0)
      scrolled.push({ element: nameOf(element), ...by, ...(gone ? { gone } : {}) })
  }
  return scrolled.length > 0 ? scrolled : undefined
}

/** Before and after in the same spot, though the numbers of the scroller have changed. */
function isInSight({ sight }: Scroll): boolean {
  if (!sight?.element.isConnected) return false
  const { x, y } = sight.element.getBoundingClientRect()
  return Math.abs(x - sight.box.x) < 1 && Math.abs(y - sight.box.y) < 1
}

const nameOf = (element: Element) => describe(element)
