/** Weighs what the page saw against what the wire said, and keeps quiet where nobody looked. */
import type { Answer } from './correlate/ledger.ts'
import { BROKEN_OFF, isBrokenOff, isDropped, whyDropped } from './dropped.ts'
import { against, supports } from './evidence.ts'
import type { Evidence, Flag, Render } from './exchange.ts'
import { heldEvidence } from './held.ts'
import { formatMany } from './numbers.ts'

export interface Weighed {
  render: Render
  evidence: Evidence[]
  flags: Flag[]
}

export function domEvidence(answer: Answer, render: Render): Weighed {
  if (isDropped(answer)) return { render: 'dropped', evidence: [against(whyDropped(answer))], flags: [] }
  if (render === 'patched' || render === 'replaced') return weighRender(answer, render)
  if (render === 'none' || render === 'empty') return weighQuiet(answer, render)
  if (render === 'direct') return { render, evidence: weighDirect(answer), flags: [] }
  return { render, evidence: [], flags: [] }
}

function weighRender(answer: Answer, render: 'patched' | 'replaced'): Weighed {
  const { dom, head } = answer
  if (answer.recovers === 'broken') return givenUp(answer, render)
  const held = heldEvidence(answer, render)
  if (held) return held
  if (!dom) return { render, evidence: [unobserved(answer)], flags: [] }
  const nodes = formatMany(dom.nodes, 'node', 'nodes')
  if (isBrokenOff(answer))
    return { render, evidence: [against(`${BROKEN_OFF}; ${nodes} had changed.`)], flags: ['contradicted'] }
  if (dom.nodes > 0)
    return {
      render,
      evidence: [supports(`The DOM agrees: ${nodes} changed while it was applied.`)],
      flags: [],
    }
  if (head.type === 'mount' || head.type === 'mount_batch')
    return {
      render,
      evidence: [supports('Nothing changed in the DOM: the page had been rendered before.')],
      flags: [],
    }
  const wire = render === 'patched' ? formatMany(head.patches ?? 0, 'patch', 'patches') : 'full HTML'
  return {
    render,
    evidence: [against(`The wire says ${wire}, but nothing changed in the DOM.`)],
    flags: ['wasted'],
  }
}

/** The other direct frames change what is no part of a view: the title, a toast, the address. */
function weighDirect({ dom, head }: Answer): Evidence[] {
  if (!dom || head.type !== 'stream') return []
  return dom.nodes > 0
    ? [supports(`The DOM agrees: ${formatMany(dom.nodes, 'node', 'nodes')} changed.`)]
    : [against('Nothing changed in the DOM: the page may have no such target.')]
}

/** In the middle of applying it the page asked for the whole HTML: a patch had failed, and some may have been applied. */
function givenUp({ dom }: Answer, render: 'patched' | 'replaced'): Weighed {
  const failed = 'A patch could not be applied, so the runtime asked for the whole HTML (request_html)'
  if (!dom) return { render: 'unknown', evidence: [against(`${failed}.`)], flags: [] }
  if (dom.nodes === 0)
    return { render: 'dropped', evidence: [against(`${failed}; nothing had changed.`)], flags: [] }
  const nodes = formatMany(dom.nodes, 'node', 'nodes')
  return { render, evidence: [against(`${failed}; ${nodes} had changed.`)], flags: ['contradicted'] }
}

/** A push_event runs the page's own code, which may change what it likes; a toast shows a limit. */
const MAY_CHANGE: ReadonlySet<string> = new Set([
  'push_event',
  'rate_limit_exceeded',
  'navigation',
  'navigate',
  'reload',
])

function weighQuiet(answer: Answer, render: 'none' | 'empty'): Weighed {
  const { dom, head } = answer
  if (!dom) return { render, evidence: [], flags: [] }
  if (dom.nodes === 0) return { render, evidence: [supports('The DOM agrees: nothing changed.')], flags: [] }
  const nodes = formatMany(dom.nodes, 'node', 'nodes')
  if (MAY_CHANGE.has(head.type))
    return { render, evidence: [supports(`${nodes} changed meanwhile, outside a render.`)], flags: [] }
  if (answer.released.length > 0)
    return {
      render,
      evidence: [against(`${nodes} changed: with this answer the runtime applied what it had held back.`)],
      flags: [],
    }
  return {
    render,
    evidence: [against(`The wire says there was nothing to apply, but ${nodes} changed in the DOM.`)],
    flags: ['contradicted'],
  }
}

function unobserved(answer: Answer): Evidence {
  if (answer.start ?? answer.end)
    return supports('The runtime was seen applying it; the nodes were not counted.')
  if (answer.done) return supports('The runtime finished with it; the nodes were not counted.')
  return against('The DOM was not observed while it was applied.')
}
