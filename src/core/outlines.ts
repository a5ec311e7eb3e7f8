/** Where on its page an exchange can be pointed at: who asked for it, and what was re-rendered because of it. */
import type { Body } from '../protocol/facts.ts'
import type { Outline } from '../protocol/reach.ts'
import { cssString, locatorOf } from './copy/locator.ts'
import type { Exchange } from './exchange.ts'
import { isRecord } from './is-record.ts'
import { isRerender } from './rerender.ts'

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
  const ids = [...new Set(row.answers.flatMap(idsIn))].slice(0, MOST)
  const where = row.dom?.where === undefined ? undefined : locatorOf(row.dom.where)
  const selector = ids.length > 0 ? ids.map(selectorOf).join() : where
  return selector === undefined ? [] : [{ word: 're-rendered', selector, nodes: ids.length || 1 }]
}

function idsIn(answer: Body): string[] {
  if (answer.cut || answer.encoding || answer.text.length > LONGEST) return []
  try {
    const frame: unknown = JSON.parse(answer.text)
    return isRecord(frame) ? idsOf(frame['patches']) : []
  } catch {
    return []
  }
}

/** Of an element that came with the patch its own, else that of the target, which may be its parent (djust-wire 5.1). */
function idsOf(patches: unknown): string[] {
  if (!Array.isArray(patches)) return []
  return patches.slice(0, MOST).flatMap((patch: unknown) => {
    if (!isRecord(patch)) return []
    const { node, d, patches: rows } = patch
    const own = isRecord(node) && isRecord(node['attrs']) ? node['attrs']['dj-id'] : undefined
    // A list's row has patches of its own; whatever nests deeper than that is no djust.
    const inner = Array.isArray(rows) ? rows.slice(0, MOST).map((each) => isRecord(each) && each['d']) : []
    return [own ?? d, ...inner].filter((id): id is string => typeof id === 'string' && id !== '')
  })
}

/** Releases before 0.3.3 write it with `data-`. */
function selectorOf(id: string): string {
  return `[dj-id=${cssString(id)}],[data-dj-id=${cssString(id)}]`
}
