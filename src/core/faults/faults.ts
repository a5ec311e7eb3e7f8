/** The faults of the runtime that can be seen from outside, a rule a file; a row names those that hit it. */
import type { Draft } from '../correlate/ledger.ts'
import type { Fault } from '../exchange.ts'
import { callReplaced } from './call-replaced.ts'
import { dispatchMissing } from './dispatch-missing.ts'
import { heldBehind } from './held-behind.ts'
import { navigateIgnored } from './navigate-ignored.ts'
import { pushLost } from './push-lost.ts'
import { refUnsettled } from './ref-unsettled.ts'
import type { FaultRule } from './rule.ts'
import { sentTwice } from './sent-twice.ts'
import { thrownAway } from './thrown-away.ts'

const RULES: readonly FaultRule[] = [
  sentTwice,
  refUnsettled,
  heldBehind,
  thrownAway,
  navigateIgnored,
  dispatchMissing,
  pushLost,
  callReplaced,
]

export function faultsOf(draft: Draft): Fault[] {
  const faults: Fault[] = []
  for (const { id, find } of RULES) {
    const says = find(draft)
    if (says) faults.push({ id, says })
  }
  return faults
}
