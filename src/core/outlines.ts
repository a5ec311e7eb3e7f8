/** Where on its page an exchange can be pointed at: who asked for it, and what was re-rendered because of it. */
import type { Body } from '../protocol/facts.ts'
import type { Outline } from '../protocol/reach.ts'
import { cssString, locatorOf } from './copy/locator.ts'
import type { Exchange } from './exchange.ts'
import { isRecord } from './is-record.ts'
import { isRerender } from './rerender.ts'
import { frameOf, patchesIn } from './sent-patches.ts'

/** More would cover the page rather than show it. */
const MOST = 50
/** What is longer is not read for the sake of a pointer that passes by. */
const LONGEST = 1_000_000

/** Empty for an exchange that has no place on the page: nobody asked, or nobody saw it, and nothing was re-rendered. */
export function outlinesOf(row: Exchange): Outline[] {
  const asked = row.trigger && locatorOf(row.trigger.element)
  return [
    ...(asked === undefined ? [] : [{ word: 'asked', selector: asked, nodes: 1 } as const]),
    ...renderedBy(row),
  ]
}

/** The nodes that its patches name; where they name none, the first element that was seen to change. */
export function renderedBy(row: Exchange): Outline[] {
  if (!isRerender(row) && !row.dom?.nodes) return []
  const ids = [...new Set(row.answers.flatMap((answer) => [...idsIn(answer)]))].slice(0, MOST)
  const where = row.dom?.where === undefined ? undefined : locatorOf(row.dom.where)
  const selector = ids.length > 0 ? ids.map(selectorOf).join() : where
  return selector === undefined ? [] : [{ word: 're-rendered', selector, nodes: ids.length || 1 }]
}

function idsIn(answer: Body): Set<string> {
  const ids = new Set<string>()
  const frame = answer.text.length > LONGEST ? undefined : frameOf(answer)
  for (const { patch } of frame ? patchesIn(frame) : []) {
    const id = idOf(patch)
    if (typeof id === 'string' && id !== '') ids.add(id)
    if (ids.size === MOST) break
  }
  return ids
}

/** The node that one patch names. None where it has but a path: that leads elsewhere once anything was inserted. */
export function outlineOfPatch(patch: unknown): Outline | undefined {
  const id = idOf(patch)
  if (typeof id !== 'string' || id === '') return undefined
  return { word: 're-rendered', selector: selectorOf(id), nodes: 1 }
}

/** Of an element that came with the patch its own, else that of the target, which may be its parent (djust-wire 5.1). */
function idOf(patch: unknown): unknown {
  if (!isRecord(patch)) return undefined
  const { node, d } = patch
  const own = isRecord(node) && isRecord(node['attrs']) ? node['attrs']['dj-id'] : undefined
  return own ?? d
}

/** Releases before 0.3.3 write it with `data-`. */
function selectorOf(id: string): string {
  return `[dj-id=${cssString(id)}],[data-dj-id=${cssString(id)}]`
}
