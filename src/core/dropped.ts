/** Whether the runtime refused to apply an answer because of a gap in the versions (djust-wire 2.8). What the DOM shows wins. */
import type { Answer } from './correlate/ledger.ts'

/** The runtime's SSE client has no case for these (djust-wire 3.1). */
const UNKNOWN_OVER_SSE: ReadonlySet<string> = new Set([
  'html_recovery',
  'mount_batch',
  'child_update',
  'sticky_update',
  'embedded_update',
  'layout',
])

/** What it does not know it leaves lying, unless the DOM tells otherwise. */
export function isIgnored({ over, head, dom }: Answer): boolean {
  return over === 'sse' && UNKNOWN_OVER_SSE.has(head.type) && !dom?.nodes
}

/**
 * The runtime marks the beginning of every apply of patches, and the end of every one of whole HTML (djust-wire 1.7, f and h). One that
 * does, and marked neither for this frame, has not applied it: something of the page kept it away.
 */
export function isUnmarked({ head, dom, done, start, end, fate, runtime }: Answer): boolean {
  if (start || end || fate || !done || !runtime.adopts || dom?.nodes !== 0) return false
  if (head.type === 'patch') return runtime.marksStart && (head.patches ?? 0) > 0
  return head.type === 'html_update' && runtime.marksEnd
}

/** A runtime that takes every frame into its own hands never got this one: the page kept it away. */
function isKeptAway({ head, dom, done, fate, runtime, fact }: Answer): boolean {
  const changes = (head.type === 'patch' && head.patches !== 0) || head.type === 'html_update'
  return (
    fact.type === 'frame-in' && changes && !fate && runtime.adopts && done?.by === 'task' && dom?.nodes === 0
  )
}

/**
 * It began to apply the patches and is done with the frame, without the mark that every render ends with: one of them could not be
 * applied (djust 1.2.6, `handleServerResponse`). Over a socket it asks for the whole HTML then, over SSE it loads the page again.
 */
export function isBrokenOff({ head, done, start, end, recovers, runtime }: Answer): boolean {
  const wasTried = head.type === 'patch' && start !== undefined && done?.by === 'runtime'
  return wasTried && end?.marker !== 'render-end' && !recovers && runtime.marksRender
}

export function isDropped(answer: Answer): boolean {
  return (
    isKeptAway(answer) ||
    isRefused(answer) ||
    isIgnored(answer) ||
    isUnmarked(answer) ||
    (isBrokenOff(answer) && answer.dom?.nodes === 0)
  )
}

export function isRefused(answer: Answer): boolean {
  const { expected, recovers, fate, head, dom, start, end } = answer
  // What the page applied after it had refused this one was held back until then.
  if (recovers === 'refused') return answer.released.length > 0 || !isSeenApplied(answer)
  if (expected === undefined || isSeenApplied(answer)) return false
  if (recovers) return true
  // An empty patch changes nothing when it is applied, and what is held back has not been tried yet.
  return dom !== undefined && !start && !end && !fate && head.patches !== 0
}

/** Where the runtime marks the beginning of every apply, nodes that change without the mark are something else's doing. */
export function isSeenApplied({ head, dom, start, end, runtime }: Answer): boolean {
  if (!dom?.nodes) return false
  return start !== undefined || end !== undefined || !runtime.marksStart || head.type !== 'patch'
}

/** Why a render that was begun was none, or none as a whole. */
export const BROKEN_OFF = 'The runtime began to apply it and could not: a patch did not fit the page'

export function whyDropped(answer: Answer): string {
  const { expected, recovers, head } = answer
  if (isKeptAway(answer))
    return 'It never reached the runtime, which takes every other frame: the page kept it away.'
  if (isIgnored(answer)) return `The runtime has no case for ${head.type} over SSE, so it did nothing.`
  if (isBrokenOff(answer)) return `${BROKEN_OFF}, and nothing had changed.`
  if (!isRefused(answer))
    return 'The runtime marks what it applies, and marked nothing for this: it did not apply it.'
  if (expected === undefined)
    return 'The runtime refused it before it had begun, and asked for the whole HTML (request_html).'
  const gap = `The page stood at version ${expected - 1} and this is version ${head.version}, so the runtime did not apply it`
  return recovers
    ? `${gap} and asked for the whole HTML (request_html).`
    : `${gap}: nothing changed in the DOM.`
}
