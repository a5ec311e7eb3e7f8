/** Did the page re-render because of it? The verdict of design section 3, with every reason as a sentence. Never a guess. */
import type { Answer, Draft } from './correlate/ledger.ts'
import { UNNAMED } from './correlate/local.ts'
import { domEvidence } from './dom-evidence.ts'
import { against, supports } from './evidence.ts'
import type { Evidence, Flag, Render, Status, Verdict } from './exchange.ts'
import { belongs } from './match.ts'
import { outcomeOf } from './outcome.ts'

export function verdictOf(draft: Draft, status: Status): Verdict {
  const verdict = draft.kind === 'call' ? ofCall(draft, status) : ofOther(draft, status)
  if (draft.stale) {
    verdict.flags.push('stale')
    verdict.evidence.push(against('A newer call of the same function had been answered before this one.'))
  }
  return verdict
}

const NEVER_RENDERS = {
  server_function: 'A server function answers over HTTP; djust never re-renders for it.',
  api: 'An API handler answers over HTTP; djust never re-renders for it.',
}

function ofCall(draft: Draft, status: Status): Verdict {
  const evidence = [supports(NEVER_RENDERS[draft.via ?? 'server_function'])]
  const answer = draft.answers[0]
  if (status === 'pending') evidence.push(supports('No answer has come yet.'))
  else if (answer) evidence.push(belongs(draft, answer))
  else if (!draft.out && draft.callSettled?.error)
    evidence.push(supports('The runtime refused it before anything was sent.'))
  else if (!draft.out) evidence.push(supports('It was settled without a request that was seen.'))
  else if (draft.ending) evidence.push(against(draft.ending.says))
  else evidence.push(supports('The request brought no answer.'))
  if (answer?.head.unreadable && status === 'ok')
    evidence.push(against('The answer is not JSON, so djust.call resolves to undefined.'))
  return { render: status === 'pending' ? 'pending' : 'none', certainty: 'proved', evidence, flags: [] }
}

function ofOther(draft: Draft, status: Status): Verdict {
  if (draft.answers.length > 0) return answered(draft, draft.answers)
  if (draft.local)
    return { ...plain('local', supports(CACHED)), certainty: draft.name === UNNAMED ? 'inferred' : 'proved' }
  if (draft.closed) return plain('none', supports('The end of a connection changes nothing by itself.'))
  if (draft.unreadable)
    return plain('unknown', against('What was sent cannot be read, so its answer cannot be told.'))
  if (status === 'pending') {
    if (!draft.gap) return plain('pending', supports('No answer has come yet.'))
    return plain('unknown', against('Facts after it were not seen; its answer may be among them.'))
  }
  if (draft.ending && (status === 'lost' || status === 'abandoned'))
    return plain('unknown', against(draft.ending.says))
  if (draft.dispatchSettled && !draft.out) return unsent(draft.dispatchSettled.outcome)
  if (status === 'ok')
    return plain(
      'none',
      supports(draft.strange.length > 0 ? STRANGE : 'The protocol has no answer to this frame.'),
    )
  return plain('none', supports('No answer reached the page, so there was nothing to apply.'))
}

const CACHED =
  'The runtime rendered without a frame having come: it applied again what it had cached of an earlier answer.'
const STRANGE = 'This reader does not know the frame type; no answer names it.'

function unsent(outcome: 'settled' | 'refused' | 'rejected'): Verdict {
  if (outcome === 'settled')
    return plain(
      'unknown',
      against(
        'The runtime took it, but nothing was seen going to the server: it was dropped, or is held back to be sent later (@debounce, @throttle).',
      ),
    )
  return plain('dropped', supports('Nothing was sent to the server: the runtime did not take it.'))
}

/** What weighs most among several answers; the second phase of an async dispatch may render where the first did not. */
const RANK: readonly Render[] = ['none', 'empty', 'dropped', 'unknown', 'direct', 'patched', 'replaced']

function answered(draft: Draft, answers: readonly Answer[]): Verdict {
  const evidence: Evidence[] = []
  const flags = new Set<Flag>()
  let render: Render = 'none'
  let proved = true
  for (const answer of answers) {
    const outcome = outcomeOf(answer)
    const seen = domEvidence(answer, outcome.render)
    evidence.push(supports(outcome.says), belongs(draft, answer), ...seen.evidence)
    for (const flag of seen.flags) flags.add(flag)
    const better = RANK.indexOf(seen.render) - RANK.indexOf(render)
    if (better > 0) {
      render = seen.render
      proved = true
    }
    if (better >= 0) proved &&= isProved(draft, answer)
  }
  const last = answers.at(-1)
  if (last?.head.asyncPending) evidence.push(supports('Async work is pending: a second answer will follow.'))
  if (draft.ending?.status === 'abandoned')
    evidence.push(against(`${draft.ending.says} The answer came all the same.`))
  return { render, certainty: proved ? 'proved' : 'inferred', evidence: once(evidence), flags: [...flags] }
}

/** Many answers of one kind need not say the same thing many times. */
function once(evidence: readonly Evidence[]): Evidence[] {
  if (evidence.length < 4) return [...evidence]
  return [...new Map(evidence.map((each) => [each.says, each])).values()]
}

/** A frame that names nobody is taken for a push, which its silence suggests and does not prove. */
function isProved(draft: Draft, { match, head }: Answer): boolean {
  if (match === 'name' || match === 'order') return false
  return !(match === 'itself' && draft.kind !== 'system' && isBare(head))
}

function isBare(head: Answer['head']): boolean {
  const canAnswer =
    head.type === 'patch' || head.type === 'html_update' || head.type === 'noop' || head.type === 'error'
  return canAnswer && head.source === undefined && head.ref === undefined
}

function plain(render: Render, evidence: Evidence): Verdict {
  return { render, certainty: 'proved', evidence: [evidence], flags: [] }
}
