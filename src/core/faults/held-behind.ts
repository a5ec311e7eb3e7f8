/** A push waits behind a ref that nothing will settle any more. */

import { refUnsettled } from './ref-unsettled.ts'
import type { FaultRule } from './rule.ts'

export const heldBehind: FaultRule = {
  id: 'held-behind',
  find({ answers }) {
    const held = answers.find(({ fate }) => fate === 'held')
    const unsettled = held?.heldBehind && refUnsettled.find(held.heldBehind)
    return unsettled && `Held behind ${held.heldBehind?.name}. ${unsettled}`
  },
}
