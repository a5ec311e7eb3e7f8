/** What the re-renders of a row did to the person's place in the page, as the page measured it. */
import type { FactOf } from '../protocol/facts.ts'
import type { Answer } from './correlate/ledger.ts'
import type { Collateral, Exchange, Verdict } from './exchange.ts'

/**
 * Undefined when it was not measured; empty when everything stayed. Later answers count over earlier ones, and what the person had no
 * part in over what they had.
 */
export function collateralOf(answers: readonly Answer[]): Collateral | undefined {
  const measured = answers.flatMap(({ collateral }) => (collateral ? [partsOf(collateral)] : []))
  if (measured.length < 2) return measured[0]
  const steady = measured.filter((parts) => !parts.meddled)
  const proved = steady.some((parts) => Object.keys(parts).length > 0)
  return Object.assign({}, ...(proved ? steady : measured))
}

function partsOf({ type, seq, at, frame, ...parts }: FactOf<'collateral'>): Collateral {
  return parts
}

/** Where nothing was applied, what happened to the person's place is the page's own doing. */
export function mayHarm({ render }: Verdict): boolean {
  return render !== 'none' && render !== 'empty' && render !== 'dropped'
}

/** What the re-render itself took; undefined when that is nothing, or when the person did something meanwhile. */
export function harmOf({ collateral, verdict }: Exchange): Collateral | undefined {
  if (!collateral || collateral.meddled || !mayHarm(verdict)) return undefined
  return Object.keys(collateral).length > 0 ? collateral : undefined
}
