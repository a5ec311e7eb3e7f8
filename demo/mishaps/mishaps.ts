/** The mishaps of the demo, one a file, in the order of the advice. */

import { callThenRender } from './call-then-render.ts'
import { chainedCalls } from './chained-calls.ts'
import { clientLimit } from './client-limit.ts'
import { collateral } from './collateral.ts'
import { fullHtml } from './full-html.ts'
import { handlerNeverRenders } from './handler-never-renders.ts'
import { httpFallback } from './http-fallback.ts'
import { ignoredPayload } from './ignored-payload.ts'
import { lateAnswer } from './late-answer.ts'
import type { Mishap } from './mishap.ts'
import { missingCsrf } from './missing-csrf.ts'
import { noDebounce } from './no-debounce.ts'
import { oversizedPayload } from './oversized-payload.ts'
import { repeatedCall } from './repeated-call.ts'
import { scriptTwice } from './script-twice.ts'
import { slowApply } from './slow-apply.ts'
import { slowNetwork } from './slow-network.ts'
import { slowServer } from './slow-server.ts'
import { unansweredRef } from './unanswered-ref.ts'
import { unseenError } from './unseen-error.ts'
import { wastedRender } from './wasted-render.ts'
import { wholeList } from './whole-list.ts'

export const MISHAPS: readonly Mishap[] = [
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
