/** What became of a push that the runtime held back while an event waited for its answer (djust-wire 2.5 rules 6 and 7). */
import type { Answer } from './correlate/ledger.ts'
import { isRefused } from './dropped.ts'
import { against, supports } from './evidence.ts'
import type { DomChange, Evidence, Flag, Render } from './exchange.ts'
import { formatMany } from './numbers.ts'

/** Undefined for what was not held back, or was seen to change the DOM when it came. */
export function heldEvidence(
  answer: Answer,
  render: 'patched' | 'replaced',
): { render: Render; evidence: Evidence[]; flags: Flag[] } | undefined {
  if (!answer.fate || (answer.dom && answer.dom.nodes > 0)) return undefined
  if (answer.fate === 'doubtful')
    return answer.start || answer.end || !answer.done
      ? undefined
      : { render: 'unknown', evidence: [against(DOUBTFUL)], flags: [] }
  if (answer.fate === 'thrown away' || answer.fate === 'gone')
    return { render: 'dropped', evidence: [against(THROWN_AWAY)], flags: ['held'] }
  const by = answer.releasedBy
  if (!by) return { render: 'unknown', evidence: [against(WAITING)], flags: ['held'] }
  if (!by.dom) return { render, evidence: [supports(`${LET_THROUGH}.`)], flags: ['held'] }
  if (by.dom.nodes === 0)
    return {
      render,
      evidence: [against(`${LET_THROUGH}, and nothing changed then.`)],
      flags: ['held', 'wasted'],
    }
  const nodes = formatMany(by.dom.nodes, 'node', 'nodes')
  return { render, evidence: [supports(`${LET_THROUGH}: ${nodes} changed then.`)], flags: ['held'] }
}

const DOUBTFUL =
  'Facts before it were not seen, so an event may be waiting for its answer and the runtime may hold this back; nothing changed when it came.'
const WAITING =
  'An event was waiting for its answer, so the runtime held this back; nothing changed when it came.'
const THROWN_AWAY =
  'An event was waiting for its answer, so the runtime held this back; then it threw away what it held.'
const LET_THROUGH = 'The runtime held this back until an event had its answer, and applied it with that'

/** The answer in whose handling this one was applied: its own, or the one that let it through. */
export function appliedWith(answer: Answer): Answer {
  return answer.releasedBy ?? answer
}

/** The DOM changes that are this answer's own. What several answers changed together cannot be told apart. */
export function ownDom(answer: Answer): DomChange | undefined {
  const { releasedBy } = answer
  if (releasedBy) return letsOneThrough(releasedBy) ? releasedBy.dom : undefined
  return letsOneThrough(answer) ? undefined : answer.dom
}

/** What changes nothing itself leaves what changed to the one push that it let through. */
function letsOneThrough(answer: Answer): boolean {
  return (answer.head.type === 'noop' || isRefused(answer)) && answer.released.length === 1
}
