/** The cost card: what each side cost, line by line, as words. */
import { formatBytes, formatCount, formatMany, formatPreciseMs } from '../numbers.ts'
import type { Cost } from './cost.ts'

export interface CardLine {
  what: string
  /** Where the figure comes from, when that is not plain. */
  hint?: string
  handler: string
  function: string
}

export const NOT_MEASURED = 'not measured'

/** Fewer make no percentile. */
const ENOUGH = 5

interface Line {
  what: string
  hint?: string
  says(cost: Cost): string
}

const LINES: readonly Line[] = [
  { what: 'Messages', hint: 'calls or events that were sent', says: messages },
  {
    what: 'Bytes up',
    hint: 'bodies and frames; the headers of HTTP are not seen',
    says: ({ sent }) => formatBytes(sent),
  },
  { what: 'Bytes down', says: ({ received }) => formatBytes(received) },
  {
    what: 'Server',
    hint: 'as it says itself: all of a call, but of an event only the render',
    says: ({ server }) => (server === undefined ? NOT_MEASURED : formatPreciseMs(server)),
  },
  { what: 'Mounts', hint: 'a call mounts a fresh view, every time', says: mounts },
  { what: 'Re-renders', says: ({ rerenders }) => formatCount(rerenders) },
  { what: 'Patches', says: ({ patches }) => formatCount(patches) },
  {
    what: 'Nodes touched',
    hint: 'by re-renders; what a page draws itself is not one',
    says: ({ nodes }) => (nodes === undefined ? NOT_MEASURED : formatCount(nodes)),
  },
  { what: 'Focus', says: (cost) => kept(cost, 'focus', 'lost') },
  { what: 'Caret', says: caret },
  { what: 'Composition', hint: 'a script cannot compose; only plain keys are played', says: composition },
  { what: 'Typed text', says: text },
  {
    what: 'Time p50',
    hint: 'an event until it is painted, a call until it is answered: what the page then draws of it is not seen',
    says: time('p50'),
  },
  { what: 'Time p95', says: time('p95') },
  {
    what: 'Late answers',
    hint: 'came after a newer one',
    says: ({ stale, staleShown }) => `${formatCount(stale)}, ${formatCount(staleShown)} shown`,
  },
]

export function cardOf(handler: Cost, called: Cost): CardLine[] {
  return LINES.map(({ what, hint, says }) => ({
    what,
    ...(hint === undefined ? {} : { hint }),
    handler: says(handler),
    function: says(called),
  }))
}

function messages({ calls, dispatches, failed, pending }: Cost): string {
  const said = [
    calls > 0 ? formatMany(calls, 'call', 'calls') : '',
    dispatches > 0 ? formatMany(dispatches, 'event', 'events') : '',
    failed > 0 ? `${formatCount(failed)} failed` : '',
    pending > 0 ? `${formatCount(pending)} without an answer` : '',
  ]
  return said.filter(Boolean).join(', ') || 'none'
}

function mounts({ calls, mounts: { count, ms } }: Cost): string {
  if (calls === 0) return '0 (mounted before)'
  return ms === undefined ? formatCount(count) : `${formatCount(count)}, ${formatPreciseMs(ms)}`
}

function kept({ harm }: Cost, part: 'focus' | 'caret', taken: string): string {
  if (!harm) return NOT_MEASURED
  return harm[part] === 0 ? 'kept' : `${taken} ${formatCount(harm[part])}×`
}

/** What has no focus has no caret. */
function caret(cost: Cost): string {
  return cost.harm && cost.harm.focus > 0 && cost.harm.caret === 0
    ? 'gone with the focus'
    : kept(cost, 'caret', 'moved')
}

function composition({ harm }: Cost): string {
  return harm && harm.composition > 0 ? `broken ${formatCount(harm.composition)}×` : 'not tried'
}

function text({ typed, found, missed }: Cost): string {
  if (typed === found) return 'kept'
  return missed > 0 ? `${formatMany(missed, 'key', 'keys')} lost` : 'changed'
}

/** Of few only the longest can be said. */
function time(percentile: 'p50' | 'p95'): (cost: Cost) => string {
  return ({ time: spread }) => {
    if (!spread) return NOT_MEASURED
    return spread.n < ENOUGH
      ? `too few (${spread.n}), max ${formatPreciseMs(spread.max)}`
      : formatPreciseMs(spread[percentile])
  }
}
