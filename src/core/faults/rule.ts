/** What a rule about the runtime's own faults is: it looks at one row and says what went wrong, or nothing. Types only. */
import type { Draft } from '../correlate/ledger.ts'
import type { Fault } from '../exchange.ts'

export interface FaultRule {
  id: Fault['id']
  /** One sentence for a person, with the way out where there is one. */
  find(draft: Draft): string | undefined
}
