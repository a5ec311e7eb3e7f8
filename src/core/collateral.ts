/** What the re-renders of a row did to the person's place in the page, as the page measured it. */
import type { FactOf } from '../protocol/facts.ts'
import type { Answer } from './correlate/ledger.ts'
import type { Collateral } from './exchange.ts'

/** Undefined when it was not measured; empty when everything stayed. Later answers count over earlier ones. */
export function collateralOf(answers: readonly Answer[]): Collateral | undefined {
  let whole: Collateral | undefined
  for (const { collateral } of answers) if (collateral) whole = { ...whole, ...partsOf(collateral) }
  return whole
}

function partsOf({ type, seq, at, frame, ...parts }: FactOf<'collateral'>): Collateral {
  return parts
}
