/** What one answer says it does to the page, going by the wire alone (djust-wire 2.9). */

import { serverFrame } from './correlate/catalog.ts'
import type { Answer } from './correlate/ledger.ts'
import type { Render } from './exchange.ts'
import { formatMany } from './numbers.ts'

export interface Outcome {
  render: Extract<Render, 'none' | 'empty' | 'patched' | 'replaced' | 'direct' | 'unknown'>
  /** The sentence for it. */
  says: string
  failed?: 'error' | 'limited'
}

export function outcomeOf(answer: Answer): Outcome {
  if (answer.fact.type === 'response') return responseOutcome(answer)
  return frameOutcome(answer)
}

function frameOutcome({ head, match }: Answer): Outcome {
  const spoke = match === 'itself' ? 'pushed' : 'answered with'
  if (head.unreadable) return { render: 'unknown', says: unreadable(head.unreadable) }
  switch (serverFrame(head.type)?.effect) {
    case 'patches':
      return patches(head.patches, spoke)
    case 'html':
      return { render: 'replaced', says: `The server ${spoke} full HTML (${head.type}).` }
    case 'mount':
      if (head.html) return { render: 'replaced', says: `The ${head.type} frame carries full HTML.` }
      return { render: 'none', says: `The ${head.type} frame carries no HTML.` }
    case 'direct':
      return { render: 'direct', says: `A ${head.type} frame changes the DOM directly, outside a render.` }
    case 'none':
      return quiet(head.type)
    case undefined:
      return { render: 'unknown', says: `This reader does not know the frame type “${head.type}”.` }
  }
}

function patches(count: number | undefined, spoke: string): Outcome {
  if (count === undefined)
    return { render: 'unknown', says: 'The frame does not say how many patches it carries.' }
  if (count === 0)
    return { render: 'empty', says: 'The server rendered and found nothing to change: 0 patches.' }
  return { render: 'patched', says: `The server ${spoke} ${formatMany(count, 'patch', 'patches')}.` }
}

const QUIET: Record<string, string> = {
  noop: 'The server answered noop: there was nothing to render.',
  push_event: "A push_event runs the page's own handlers; djust does not render for it.",
  navigation: 'A navigation frame changes the address; djust does not render for it.',
}

function quiet(type: string): Outcome {
  if (type === 'error')
    return {
      render: 'none',
      failed: 'error',
      says: 'The server answered with an error; djust does not render for it.',
    }
  if (type === 'rate_limit_exceeded')
    return {
      render: 'none',
      failed: 'limited',
      says: 'The server refused it: rate limit exceeded. djust does not render for it.',
    }
  return { render: 'none', says: QUIET[type] ?? `djust does not render for a ${type} frame.` }
}

/** The HTTP fallback answers a dispatch with `{patches}` or `{html}` (djust-wire 3.2). */
function responseOutcome({ fact, head }: Answer): Outcome {
  const status = 'status' in fact ? fact.status : 0
  if (status >= 400 || status === 0)
    return {
      render: 'none',
      failed: status === 429 ? 'limited' : 'error',
      says: `The server answered ${status}; djust does not render for it.`,
    }
  if (head.patches !== undefined) return patches(head.patches, 'answered with')
  if (head.html) return { render: 'replaced', says: 'The server answered with full HTML.' }
  if (head.unreadable) return { render: 'unknown', says: unreadable(head.unreadable) }
  return { render: 'unknown', says: 'The response carries neither patches nor HTML.' }
}

function unreadable(why: string): string {
  if (why === 'cut') return 'Only the beginning of the frame was kept, and it does not say what it is.'
  if (why === 'binary') return 'The frame is binary; the runtime reads only JSON.'
  return `What came is ${why}, so what it did cannot be told.`
}
