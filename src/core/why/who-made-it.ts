/** Why the server spoke at all: who did what on the page, or which of its own reasons it had. */
import type { Exchange } from '../exchange.ts'
import type { Step } from './step.ts'

const CERTAINTY = {
  'same-task': 'It was asked for while the page handled this event.',
  recent: 'The last thing a person did, within a second before.',
  runtime: 'The runtime itself named the element.',
} as const

/** By the frame's own word (djust-wire 2.6). */
const SOURCES: Readonly<Record<string, string>> = {
  tick: 'The view’s own tick made the server speak: nobody on this page asked.',
  broadcast: 'A broadcast made the server speak: somebody pushed to this view, perhaps from another page.',
  async: 'Work that a handler had started ended (start_async), and made the server speak.',
  hotreload: 'The server loaded its code again, and rendered the view with it.',
}

export function whoMadeIt({ trigger, kind, source, name, answers }: Exchange): Step {
  if (trigger)
    return {
      step: 'trigger',
      standing: 'observed',
      says: trigger.event ? `A person did something: ${trigger.event} on` : 'A script acted in the name of',
      code: trigger.element,
      evidence: CERTAINTY[trigger.certainty],
      shown: { tab: 'overview' },
    }
  if (kind === 'push') {
    const says = source === undefined ? undefined : SOURCES[source]
    return {
      step: 'trigger',
      standing: says ? 'observed' : 'not observed',
      says:
        says ?? `The server spoke first, with ${name}; why is not observed, for the frame names no source.`,
      ...(source === undefined ? {} : { evidence: `Proved: the frame names its source, ${source}.` }),
      ...(answers.length > 0 ? { shown: { tab: 'response' } as const } : {}),
    }
  }
  if (kind === 'system')
    return {
      step: 'trigger',
      standing: 'observed',
      says: `The runtime asked by itself, for ${name}.`,
      evidence: 'It is a part of the protocol; no person asks for it.',
    }
  return {
    step: 'trigger',
    standing: 'not observed',
    says: 'Who asked is not observed: no person was seen to do anything within a second before.',
  }
}
