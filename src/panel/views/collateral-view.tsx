/** What a re-render did to focus, caret, composition, typed text and scroll; calm when nothing was harmed. */
import { harmsOf } from '../../core/collateral-sentences.ts'
import type { Collateral } from '../../core/exchange.ts'

export function CollateralView({ collateral, byRender }: { collateral: Collateral; byRender: boolean }) {
  const harms = harmsOf(collateral)
  if (harms.length === 0) return <p class="quiet">Focus, caret, typed text and scroll stayed as they were.</p>
  return (
    <>
      <ul class="evidence">
        {harms.map(({ element, says }) => (
          <li key={`${element} ${says}`} class="against">
            <span role="img" aria-label="Harm:">
              !
            </span>
            <span>
              <code>{element}</code> <bdi>{says}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {!byRender && (
        <p class="quiet">
          Nothing was rendered for it: the page did this itself while it handled the answer.
        </p>
      )}
      {collateral.meddled && (
        <p class="quiet">The person did something at the same time, so it may be their own doing.</p>
      )}
    </>
  )
}
