/** The rules of the advice, one file each, and what they find in a log. */
import type { Exchange } from '../exchange.ts'
import type { AdviceRule, Finding } from './finding.ts'
import { callThenRender } from './rules/call-then-render.ts'
import { chainedCalls } from './rules/chained-calls.ts'
import { clientLimit } from './rules/client-limit.ts'
import { collateral } from './rules/collateral.ts'
import { fullHtml } from './rules/full-html.ts'
import { handlerNeverRenders } from './rules/handler-never-renders.ts'
import { httpFallback } from './rules/http-fallback.ts'
import { ignoredPayload } from './rules/ignored-payload.ts'
import { lateAnswer } from './rules/late-answer.ts'
import { missingCsrf } from './rules/missing-csrf.ts'
import { noDebounce } from './rules/no-debounce.ts'
import { oversizedPayload } from './rules/oversized-payload.ts'
import { repeatedCall } from './rules/repeated-call.ts'
import { scriptTwice } from './rules/script-twice.ts'
import { slowApply } from './rules/slow-apply.ts'
import { slowNetwork } from './rules/slow-network.ts'
import { slowServer } from './rules/slow-server.ts'
import { unansweredRef } from './rules/unanswered-ref.ts'
import { unseenError } from './rules/unseen-error.ts'
import { wastedRender } from './rules/wasted-render.ts'
import { wholeList } from './rules/whole-list.ts'
import { groupBy } from './targets.ts'

/** In the order of `ADVICE_IDS`. */
export const RULES: readonly AdviceRule[] = [
  handlerNeverRenders,
  callThenRender,
  noDebounce,
  lateAnswer,
  repeatedCall,
  chainedCalls,
  collateral,
  wastedRender,
  wholeList,
  fullHtml,
  httpFallback,
  unansweredRef,
  unseenError,
  clientLimit,
  oversizedPayload,
  ignoredPayload,
  scriptTwice,
  missingCsrf,
  slowApply,
  slowServer,
  slowNetwork,
]

/** `rows` may be of many documents, each document's in their order. Findings come in the order of `ADVICE_IDS`. */
export function advise(rows: readonly Exchange[]): Finding[] {
  const steps = adviseInSteps(rows)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, a rule and a document at a time. */
export function* adviseInSteps(rows: readonly Exchange[]): Generator<undefined, Finding[], undefined> {
  const documents = groupBy(rows, ({ doc }) => doc)
  const findings: Finding[] = []
  for (const rule of RULES)
    for (const document of documents) {
      findings.push(...rule.find(document))
      yield undefined
    }
  return findings
}
