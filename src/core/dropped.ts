/** Whether the runtime refused to apply an answer because of a gap in the versions (djust-wire 2.8). What the DOM shows wins. */
import type { Answer } from './correlate/ledger.ts'

export function isDropped({ expected, recovers, fate, head, dom, start, end }: Answer): boolean {
  if (expected === undefined || (dom && dom.nodes > 0)) return false
  if (recovers) return true
  // An empty patch changes nothing when it is applied, and what is held back has not been tried yet.
  return dom !== undefined && !start && !end && !fate && head.patches !== 0
}

export function whyDropped({ expected = 0, recovers, head }: Answer): string {
  const gap = `The page stood at version ${expected - 1} and this is version ${head.version}, so the runtime did not apply it`
  return recovers
    ? `${gap} and asked for the whole HTML (request_html).`
    : `${gap}: nothing changed in the DOM.`
}
