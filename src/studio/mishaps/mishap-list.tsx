/** The list of the mishaps: what goes wrong in each, and its switch. */
import type { MishapCard } from '../../protocol/mishap-card.ts'
import type { Chosen } from './chosen.ts'

interface Props {
  cards: readonly MishapCard[]
  chosen: Chosen | null
  choose(chosen: Chosen): void
}

export function MishapList({ cards, chosen, choose }: Props) {
  return (
    <>
      <h2 id="mishaps">Mishaps</h2>
      <p class="sub">
        A switch puts one mistake into the page beside it. Switched off, it is the same page, written well.
      </p>
      <ul>
        {cards.map((card) => {
          const isChosen = card.id === chosen?.card.id
          return (
            <li key={card.id} data-id={card.id} data-chosen={isChosen}>
              <label>
                <input
                  type="checkbox"
                  role="switch"
                  checked={isChosen && chosen.on}
                  aria-checked={isChosen && chosen.on}
                  aria-describedby={`says-${card.id}`}
                  onChange={({ currentTarget: { checked } }) => choose({ card, on: checked })}
                />
                {card.title}
              </label>
              <p id={`says-${card.id}`} class="sub">
                {card.says}
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
